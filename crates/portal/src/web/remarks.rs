//! What sections have to say about a text that somebody writes, hands in or decides on: a number typed by hand, a word to
//! avoid. A remark forbids nothing; who reads it decides. Sections declare theirs (`Feature::remarks`).

use super::context::Ctx;
use super::page::Link;
use platform::lang::Lang;

/// Remarks of one kind under a heading of their own. Show them with the macro of `web/pages/remarks.html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remarks {
    pub title: String,
    /// Whether they should not be overlooked, or only help.
    pub warning: bool,
    pub items: Vec<Remark>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub words: String,
    /// What to write instead, ready to copy.
    pub instead: Option<String>,
    pub link: Option<Link>,
}

/// All remarks about a text of that language, warnings first.
pub fn remarks(ctx: &Ctx, lang: Lang, text: &str) -> Vec<Remarks> {
    let declared = ctx.app.features.iter().filter_map(|feature| feature.remarks);
    let mut all: Vec<Remarks> = declared.flat_map(|remarks| remarks(ctx, lang, text)).collect();
    all.retain(|remarks| !remarks.items.is_empty());
    all.sort_by_key(|remarks| !remarks.warning);
    all
}
