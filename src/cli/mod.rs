//! The program without a screen: subcommands and plain-text views.
