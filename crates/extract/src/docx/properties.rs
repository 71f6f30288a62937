//! Properties of paragraphs and runs, which stand in the text and in styles alike.

use scrub::xml::{Element, Part, Reader};

use crate::Refused;

/// What a paragraph says of itself. Nothing means: as its style has it.
#[derive(Clone, Debug, Default)]
pub struct OfParagraph {
    pub style: Option<String>,
    /// From 0; 9 is body text.
    pub outline: Option<u8>,
    pub list: Option<String>,
    pub list_level: Option<u8>,
    /// Tracked changes of the paragraph itself.
    pub changes: usize,
}

/// What a run says of itself.
#[derive(Clone, Debug, Default)]
pub struct OfRun {
    pub style: Option<String>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub strike: Option<bool>,
    pub hidden: Option<bool>,
    pub script: Script,
    pub changes: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    #[default]
    Normal,
    Super,
    Sub,
}

/// Something that is on unless it says otherwise.
fn is_on(element: &Element) -> Option<bool> {
    Some(!matches!(element.get("w", "val"), Some("0" | "false" | "off" | "none")))
}

fn value(element: &Element) -> Option<String> {
    element.get("w", "val").map(str::to_owned)
}

/// Levels of lists and outlines have one digit.
pub fn digit(element: &Element, attribute: &str) -> Option<u8> {
    element.get("w", attribute).and_then(|level| level.parse().ok()).filter(|level| *level <= 9)
}

/// Reads a `w:pPr` just begun.
pub fn of_paragraph(reader: &mut Reader<'_>) -> Result<OfParagraph, Refused> {
    let mut found = OfParagraph::default();
    while let Some(part) = reader.inside()? {
        let Part::Begin(element) = part else { continue };
        match element.name.parts() {
            ("w", "pStyle") => found.style = value(&element),
            ("w", "outlineLvl") => found.outline = digit(&element, "val"),
            ("w", "numPr") => {
                while let Some(part) = reader.inside()? {
                    let Part::Begin(element) = part else { continue };
                    match element.name.parts() {
                        ("w", "numId") => found.list = value(&element),
                        ("w", "ilvl") => found.list_level = digit(&element, "val"),
                        _ => (),
                    }
                    reader.skip()?;
                }
                continue;
            }
            ("w", "pPrChange" | "numberingChange") => found.changes += 1,
            _ => (),
        }
        reader.skip()?;
    }
    Ok(found)
}

/// Reads a `w:rPr` just begun.
pub fn of_run(reader: &mut Reader<'_>) -> Result<OfRun, Refused> {
    let mut found = OfRun::default();
    while let Some(part) = reader.inside()? {
        let Part::Begin(element) = part else { continue };
        match element.name.parts() {
            ("w", "rStyle") => found.style = value(&element),
            ("w", "b") => found.bold = is_on(&element),
            ("w", "i") => found.italic = is_on(&element),
            ("w", "strike" | "dstrike") => found.strike = is_on(&element),
            ("w", "vanish" | "webHidden") => found.hidden = is_on(&element),
            ("w", "vertAlign") => {
                found.script = match element.get("w", "val") {
                    Some("superscript") => Script::Super,
                    Some("subscript") => Script::Sub,
                    _ => Script::Normal,
                };
            }
            ("w", "rPrChange") => found.changes += 1,
            _ => (),
        }
        reader.skip()?;
    }
    Ok(found)
}

/// Digits and signs that exist small and raised, or small and lowered: `м²`, `CO₂`. Others stay as they are.
pub fn in_script(script: Script, text: &str) -> String {
    let (small, normal) = match script {
        Script::Normal => return text.to_owned(),
        Script::Super => ("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ", "0123456789+-()n"),
        Script::Sub => ("₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙ", "0123456789+-()n"),
    };
    let small_of = |letter| normal.chars().position(|it| it == letter).and_then(|at| small.chars().nth(at));
    if text.chars().all(|letter| small_of(letter).is_some()) {
        text.chars().filter_map(small_of).collect()
    } else {
        text.to_owned()
    }
}
