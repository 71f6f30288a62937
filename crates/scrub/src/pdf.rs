//! PDF: objects that refer to each other. Properties, remarks, programs, files inside and what earlier saves left behind go; the pages stay
//! as they are. A file that is encrypted, signed or damaged is not touched, and the report says so instead of promising.
//!
//! Text under a black bar, pictures behind others and layers are content of pages and stay.

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use crate::{Limits, Refused, Removed, Report, Warning, jpeg};

/// Actions that run something or reach out of the document.
const ACTIONS: &[&[u8]] = &[
    b"JavaScript",
    b"Launch",
    b"ImportData",
    b"SubmitForm",
    b"GoToE",
    b"GoToR",
    b"Rendition",
    b"Movie",
    b"Sound",
];
/// How photos are packed that may carry metadata of their own.
const PHOTOS: &[&[u8]] = &[b"DCTDecode", b"JPXDecode"];
/// Remarks that are nothing but remarks, and frames for files and players.
const NOTES: &[&[u8]] = &[b"Text", b"Popup", b"Caret"];
const PLAYERS: &[&[u8]] = &[b"FileAttachment", b"Sound", b"Movie", b"Screen", b"RichMedia", b"3D"];
/// Remarks drawn on the page, of which only the author and the text in the margin go.
const MARKS: &[&[u8]] = &[
    b"Highlight",
    b"Underline",
    b"StrikeOut",
    b"Squiggly",
    b"FreeText",
    b"Line",
    b"Square",
    b"Circle",
    b"Polygon",
    b"PolyLine",
    b"Ink",
    b"Stamp",
];

pub fn clean(bytes: &[u8], limits: &Limits, report: &mut Report) -> Result<Vec<u8>, Refused> {
    let mut found = Report::default();
    let options = LoadOptions::with_max_decompressed_size(limits.part_bytes);
    let untouched = match Document::load_mem_with_options(bytes, options) {
        Ok(document) if document.was_encrypted() || document.trailer.has(b"Encrypt") => Warning::PdfEncrypted,
        Ok(document) if is_signed(&document) => Warning::PdfSigned,
        Ok(document) => match write(document, bytes, limits, &mut found) {
            Some(written) => {
                report.add(found);
                return Ok(written);
            }
            None => Warning::PdfNotCleaned,
        },
        Err(_) if contains(bytes, b"/Encrypt") => Warning::PdfEncrypted,
        Err(_) => return Err(Refused::Malformed),
    };
    refuse_second_file(bytes)?;
    report.warn(untouched, 1);
    Ok(bytes.to_vec())
}

/// The document without what must go, or nothing when the result could not be trusted to show the same pages.
fn write(mut document: Document, bytes: &[u8], limits: &Limits, report: &mut Report) -> Option<Vec<u8>> {
    let pages = document.get_pages().len();
    if pages == 0 {
        return None;
    }
    // The first save of a file made for the web ends twice.
    let twice = usize::from(document.linearization.is_some());

    for (key, name) in [(b"Author".as_slice(), Removed::Author), (b"Creator", Removed::DocumentInformation)] {
        let info = document.trailer.get(b"Info").ok().and_then(|info| document.dereference(info).ok());
        let value = info.and_then(|(_, info)| info.as_dict().ok()?.get(key).ok());
        report.removed(name, usize::from(value.is_some_and(|value| !matches!(value.as_str(), Ok(b"")))));
    }
    report.removed(Removed::DocumentInformation, usize::from(document.trailer.remove(b"Info").is_some()));
    // Two numbers that tell whether files come from the same original.
    document.trailer.remove(b"ID");

    let notes = notes(&document, report);
    for id in &notes {
        document.objects.insert(*id, Object::Null);
    }
    for object in document.objects.values_mut() {
        clean_object(object, &notes, limits, report, 0);
    }
    document.prune_objects();
    document.renumber_objects();

    let mut written = Vec::new();
    document.save_to(&mut written).ok()?;
    // The mark of an end may also stand in what is shown: only what is no longer there was an earlier version.
    let ends = |bytes: &[u8]| bytes.windows(5).filter(|at| *at == b"%%EOF").count();
    report.removed(Removed::EarlierVersions, ends(bytes).saturating_sub(ends(&written) + twice));
    let options = LoadOptions::with_max_decompressed_size(limits.part_bytes);
    let again = Document::load_mem_with_options(&written, options).ok()?;
    (again.get_pages().len() == pages).then_some(written)
}

/// The remarks and players on pages, which go as whole objects.
fn notes(document: &Document, report: &mut Report) -> Vec<ObjectId> {
    let mut is_note = |object: &Object| object.as_dict().is_ok_and(|one| note(one, report).is_some());
    document.objects.iter().filter(|(_, object)| is_note(object)).map(|(id, _)| *id).collect()
}

fn note(dictionary: &Dictionary, report: &mut Report) -> Option<()> {
    let subtype = dictionary.get(b"Subtype").and_then(Object::as_name).ok()?;
    if !is_annotation(dictionary) {
        return None;
    }
    if NOTES.contains(&subtype) {
        // The frame in which a remark pops up is not counted beside the remark.
        report.removed(Removed::Comments, usize::from(subtype != b"Popup"));
    } else if PLAYERS.contains(&subtype) {
        report.removed(Removed::EmbeddedFiles, 1);
    } else {
        return None;
    }
    Some(())
}

/// Fonts and pictures have subtypes too; only what lies on a page has a rectangle.
fn is_annotation(dictionary: &Dictionary) -> bool {
    dictionary.has(b"Rect")
}

fn clean_object(object: &mut Object, notes: &[ObjectId], limits: &Limits, report: &mut Report, depth: usize) {
    // The reader refuses deeper nesting itself; this only keeps the stack safe should that change.
    if depth > limits.depth {
        *object = Object::Null;
        return;
    }
    match object {
        Object::Array(items) => {
            items.retain(|item| match item {
                Object::Reference(id) => notes.binary_search(id).is_err(),
                Object::Dictionary(dictionary) => note(dictionary, report).is_none(),
                _ => true,
            });
            items.iter_mut().for_each(|item| clean_object(item, notes, limits, report, depth + 1));
        }
        Object::Dictionary(dictionary) => clean_dictionary(dictionary, notes, limits, report, depth),
        Object::Stream(stream) => {
            clean_dictionary(&mut stream.dict, notes, limits, report, depth);
            clean_photo(stream, limits, report);
        }
        _ => (),
    }
}

/// Photos lie in a PDF as they came from the camera. What cannot be cleaned stays, since the page shows it, and is said.
fn clean_photo(stream: &mut Stream, limits: &Limits, report: &mut Report) {
    let filters = stream.filters().unwrap_or_default();
    // A filter may stand elsewhere in the file; then the photo tells by its beginning what it is.
    let is_plain =
        filters == [b"DCTDecode"] || filters.is_empty() && stream.content.starts_with(b"\xff\xd8\xff");
    let mut found = Report::default();
    let cleaned = if is_plain { jpeg::strip(&stream.content, limits, &mut found).ok() } else { None };
    if let Some(photo) = cleaned {
        // Only a photo that is written again has lost what was found in it.
        report.add(found);
        stream.set_content(photo.bytes);
    } else if is_plain || filters.iter().any(|filter| PHOTOS.contains(filter)) {
        report.warn(Warning::PicturesNotCleaned, 1);
    }
}

fn clean_dictionary(
    dictionary: &mut Dictionary,
    notes: &[ObjectId],
    limits: &Limits,
    report: &mut Report,
    depth: usize,
) {
    let name = |key: &[u8]| dictionary.get(key).and_then(Object::as_name).unwrap_or_default().to_vec();
    let subtype = name(b"Subtype");
    if ACTIONS.contains(&name(b"S").as_slice()) && !is_structure(dictionary) {
        report.removed(Removed::Scripts, 1);
        *dictionary = Dictionary::new();
        return;
    }
    if is_annotation(dictionary) && MARKS.contains(&subtype.as_slice()) {
        report.warn(Warning::MarksOnPages, 1);
        let written =
            remove(dictionary, &[b"T", b"RC", b"Subj", b"M", b"CreationDate", b"NM", b"IRT", b"Popup"]);
        report.removed(Removed::Author, written.min(1));
        // What a box of text shows is its content, for the others it is a remark in the margin.
        if subtype != b"FreeText" {
            report.removed(Removed::Comments, remove(dictionary, &[b"Contents"]));
        }
    }
    for (keys, what) in [
        ([b"Metadata".as_slice(), b"PieceInfo", b"LastModified"].as_slice(), Removed::DocumentInformation),
        (&[b"Thumb"], Removed::Thumbnail),
        (&[b"EmbeddedFiles", b"EF", b"AF", b"Collection"], Removed::EmbeddedFiles),
        (&[b"JavaScript", b"JS", b"AA", b"XFA"], Removed::Scripts),
    ] {
        report.removed(what, remove(dictionary, keys));
    }
    if dictionary.has(b"OCGs") && dictionary.has(b"D") {
        report.warn(Warning::HiddenLayers, 1);
    }
    for (_, value) in dictionary.iter_mut() {
        clean_object(value, notes, limits, report, depth + 1);
    }
}

/// The tree of headings and paragraphs uses the same key for its own kinds of elements.
fn is_structure(dictionary: &Dictionary) -> bool {
    dictionary.has_type(b"StructElem")
}

fn remove(dictionary: &mut Dictionary, keys: &[&[u8]]) -> usize {
    keys.iter().filter(|key| dictionary.remove(key).is_some()).count()
}

fn is_signed(document: &Document) -> bool {
    document.objects.values().any(|object| {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &stream.dict,
            _ => return false,
        };
        dictionary.has(b"ByteRange") || dictionary.has_type(b"Sig")
    })
}

/// What is not written again might carry something after its end.
fn refuse_second_file(bytes: &[u8]) -> Result<(), Refused> {
    let end = bytes.windows(5).rposition(|at| at == b"%%EOF").ok_or(Refused::Malformed)?;
    let rest = &bytes[end + 5..];
    if rest.iter().all(u8::is_ascii_whitespace) { Ok(()) } else { Err(Refused::Polyglot) }
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|at| at == word)
}
