//! What of a Word document is not in the Markdown, or no longer where it was: codes for which the portal has sentences. Colours, fonts
//! and distances are not worth a word.

/// One kind of thing that Markdown, or this reader, has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dropped {
    Pictures,
    /// Charts, diagrams and shapes without words.
    Drawings,
    Equations,
    /// Files of other programs inside.
    Objects,
    Comments,
    /// Insertions became text, deletions are gone.
    TrackedChanges,
    /// Their words follow the paragraph they stood beside.
    TextBoxes,
    /// They stand at the end, with their numbers.
    Footnotes,
    HeadersFooters,
    /// A table of contents.
    Contents,
    /// Text that did not show.
    HiddenText,
    /// The words stay, the address goes: it led to a place in the document or to somebody's disk.
    Links,
    /// The words stand in the first of the cells.
    MergedCells,
    /// Tables in tables; their words stay.
    NestedTables,
}

impl Dropped {
    pub const ALL: [Self; 14] = [
        Self::Pictures,
        Self::Drawings,
        Self::Equations,
        Self::Objects,
        Self::Comments,
        Self::TrackedChanges,
        Self::TextBoxes,
        Self::Footnotes,
        Self::HeadersFooters,
        Self::Contents,
        Self::HiddenText,
        Self::Links,
        Self::MergedCells,
        Self::NestedTables,
    ];

    /// The key of its sentence.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pictures => "pictures",
            Self::Drawings => "drawings",
            Self::Equations => "equations",
            Self::Objects => "objects",
            Self::Comments => "comments",
            Self::TrackedChanges => "tracked-changes",
            Self::TextBoxes => "text-boxes",
            Self::Footnotes => "footnotes",
            Self::HeadersFooters => "headers-footers",
            Self::Contents => "contents",
            Self::HiddenText => "hidden-text",
            Self::Links => "links",
            Self::MergedCells => "merged-cells",
            Self::NestedTables => "nested-tables",
        }
    }

    /// ```
    /// use extract::Dropped;
    /// assert_eq!(Dropped::parse(Dropped::Footnotes.code()), Some(Dropped::Footnotes));
    /// ```
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}
