//! The data of the pages on which texts are written.

use super::super::comparison::pages::Comparison;
use super::super::fields::pages::Control;
use super::super::model::{Edition, Text};
use super::super::pages::{Badge, Banner, FileLine, Tab};
use super::merging::Way;
use crate::web::diff::Piece;
use crate::web::{ChoiceGroup, FormErrors, Remarks, Shell};
use askama::Template;
use platform::lang::Lang;

#[derive(Template)]
#[template(path = "features/documents/pages/preview.html")]
pub struct Preview {
    pub html: String,
    pub remarks: Vec<Remarks>,
}

#[derive(Template)]
#[template(path = "features/documents/pages/new.html")]
pub struct New {
    pub p: Shell,
    pub errors: FormErrors,
    pub kinds: Vec<(String, String)>,
    pub languages: Vec<(String, String)>,
    pub kind: String,
    pub language: String,
    pub title: String,
}

#[derive(Template)]
#[template(path = "features/documents/pages/edit.html")]
pub struct Edit {
    pub p: Shell,
    pub errors: FormErrors,
    pub kind: String,
    pub content_lang: Lang,
    pub edition: Edition,
    pub badge: Badge,
    pub tabs: Vec<Tab>,
    pub reasons: Option<Banner>,
    pub html: String,
    /// The fields of the kind.
    pub controls: Vec<Control>,
    pub comparison: Comparison,
    pub differences_reason: String,
    pub remarks: Vec<Remarks>,
    /// References to insert: what they are, then each with its words.
    pub inserts: Vec<(String, Vec<(String, String)>)>,
    pub groups: Vec<ChoiceGroup>,
    /// What was ticked when the page was made.
    pub was: Vec<String>,
    pub supporters: ChoiceGroup,
    pub files: Vec<FileLine>,
    pub saved_at: String,
    pub base: String,
    pub publish_at: String,
    pub wish: String,
    pub max_bytes: u64,
    pub accept: String,
    pub too_large: String,
    pub paste_url: String,
}

#[derive(Template)]
#[template(path = "features/documents/pages/merge.html")]
pub struct Merge {
    pub p: Shell,
    pub way: Way,
    pub lead: String,
    pub pieces: Vec<Piece>,
    pub theirs: Edition,
    pub mine: Text,
    pub controls: Vec<Control>,
    /// What goes on with one's own text: names of fields and their values.
    pub kept: Vec<(String, String)>,
    pub action: String,
    pub content_lang: Lang,
}
