//! The program on a screen: model, update, views.
