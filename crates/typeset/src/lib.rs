//! Sets a [`Paper`] as PDF with Typst, for `birge-typeset` and its tests.
//!
//! The template is constant and the paper comes in as data, the virtual file `/data.json`: nothing that somebody wrote
//! is ever read as markup. No other file exists for the template. The PDF is tagged and follows PDF/UA-1, so screen
//! readers find headings, lists and tables; it has no time in it, so the same paper gives the same bytes.

mod letters;

use anyhow::{Context as _, anyhow};
use letters::Letters;
use paper::Paper;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const TEMPLATE: &str = include_str!("paper.typ");

/// The bytes of a PDF.
///
/// # Errors
/// If Typst finds something it cannot set; the message says where in the template and quotes nothing of the paper.
pub fn typeset(paper: &Paper) -> anyhow::Result<Vec<u8>> {
    let fonts: Vec<Font> = typst_assets::fonts().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    let paper = Letters::of(&fonts).only_known(paper);
    let world = Table::laid(fonts, &paper)?;
    let document: PagedDocument =
        typst::compile(&world).output.map_err(|errors| anyhow!("{}", first(&errors)))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| anyhow!("{error:?}"))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}/{}", paper.title, paper.language)),
        creator: Smart::Custom(Some("Birge".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| anyhow!("{}", first(&errors)))
}

fn first(errors: &[SourceDiagnostic]) -> String {
    errors.first().map(|error| error.message.to_string()).unwrap_or_default()
}

/// All that the typesetter may look at: the template, the paper and the fonts.
struct Table {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    data: (FileId, Bytes),
}

impl Table {
    fn laid(fonts: Vec<Font>, paper: &Paper) -> anyhow::Result<Table> {
        let data = serde_json::to_vec(paper).context("a paper is plain data")?;
        Ok(Table {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: Source::new(file("/paper.typ")?, TEMPLATE.to_owned()),
            data: (file("/data.json")?, Bytes::new(data)),
        })
    }
}

fn file(path: &str) -> anyhow::Result<FileId> {
    let path = VirtualPath::new(path).map_err(|error| anyhow!("{path}: {error:?}"))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

impl World for Table {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 { Ok(self.data.1.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// A paper bears the dates that it was given.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
