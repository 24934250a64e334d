//! What can lie over a screen: help, a line of text, the palette, a form.

use super::form::Form;
use super::help::HelpPage;
use super::import::ImportPane;
use super::list::Place;
use super::private::PrivatePane;
use super::prompt::{Palette, Prompt};
use super::search::Search;
use crate::tui::command::Scope;

/// One layer. Keys go to the innermost; `back` takes it away.
#[derive(Debug)]
pub enum Layer {
    /// The keys that work in what lies under it.
    Help(Box<HelpPage>),
    /// A line of text.
    Prompt(Prompt),
    /// Commands found by name.
    Palette(Palette),
    /// A form.
    Form(Box<Form>),
    /// Words being searched for, and what they found.
    Search(Box<Search>),
    /// Files being brought in.
    Import(Box<ImportPane>),
    /// The drafts that were left.
    Drafts(Place),
    /// Private notes about a worker.
    Private(Box<PrivatePane>),
}

impl Layer {
    /// The scopes for keys, the innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        match self {
            Layer::Help(..) => vec![Scope::Help, Scope::List, Scope::Everywhere],
            Layer::Prompt(_) | Layer::Palette(_) => vec![Scope::Prompt, Scope::Everywhere],
            Layer::Search(_) => vec![Scope::Search, Scope::Prompt, Scope::Everywhere],
            Layer::Form(_) => vec![Scope::Form, Scope::Everywhere],
            Layer::Import(pane) => pane.scopes(),
            Layer::Private(pane) => pane.scopes(),
            Layer::Drafts(_) => vec![Scope::Drafts, Scope::List, Scope::Everywhere],
        }
    }

    /// Whether letters are text here.
    pub fn takes_text(&self) -> bool {
        match self {
            Layer::Help(..) | Layer::Drafts(_) => false,
            Layer::Import(pane) => pane.takes_text(),
            Layer::Private(pane) => pane.takes_text(),
            _ => true,
        }
    }
}
