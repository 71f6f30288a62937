//! Pictures that are shown cut: a program keeps the whole picture and notes which part shows. Where every place that shows a picture
//! shows the same part of it, the picture is cut to that part. Where places differ, the picture stays whole, and a warning says so.

use std::collections::{HashMap, HashSet};

use crate::xml::{self, Element, Fate, Name, Rules};
use crate::{Kind, Limits, Refused, Report, kind, picture};

/// What is cut off at the left, the top, the right and the bottom, in thousandths of a percent.
type Cut = [u32; 4];
const WHOLE: u32 = 100_000;

/// For each picture of the package, what the places that show it cut off; nothing for a place that shows it in another way.
#[derive(Default)]
pub struct Crops(HashMap<String, Vec<Option<Cut>>>);

impl Crops {
    /// Takes note of the pictures that one part shows. `targets` are its relationships.
    pub fn survey(
        &mut self,
        part: &[u8],
        targets: &HashMap<String, String>,
        limits: &Limits,
    ) -> Result<(), Refused> {
        let mut shown = Shown::default();
        xml::rewrite(part, &mut shown, limits)?;
        for (id, cut) in shown.places {
            if let Some(target) = targets.get(&id) {
                self.0.entry(target.clone()).or_default().push(cut);
            }
        }
        Ok(())
    }

    /// The picture cut to what shows of it, where that can be done.
    pub fn cut(&self, name: &str, content: &[u8], limits: &Limits, report: &mut Report) -> Option<Vec<u8>> {
        let cuts = self.0.get(name)?;
        let cut = cuts.first().copied().flatten().filter(|cut| cut.iter().any(|side| *side > 0))?;
        let kind = kind::by_first_bytes(content)
            .filter(|kind| matches!(kind, Kind::Jpeg | Kind::Png | Kind::WebP))
            .filter(|_| cuts.iter().all(|other| *other == Some(cut)))?;
        let mut found = Report::default();
        let stripped = picture::strip(content, kind, limits, &mut found).ok()?;
        // Whether a program turns a picture before it cuts is not certain.
        if stripped.animated || stripped.orientation != 1 {
            return None;
        }
        let (whole, profile) = picture::decode(&stripped.bytes, kind, limits).ok()?;
        let part = |length: u32, before: u32, after: u32| {
            let share = |cut: u32| (u64::from(length) * u64::from(cut) / u64::from(WHOLE)) as u32;
            let start = share(before);
            (start, length.saturating_sub(start + share(after)))
        };
        let [left, top, right, bottom] = cut;
        let (x, width) = part(whole.width(), left, right);
        let (y, height) = part(whole.height(), top, bottom);
        if width == 0 || height == 0 {
            return None;
        }
        let written = picture::encode(whole.crop_imm(x, y, width, height), kind, profile).ok()?;
        report.add(found);
        Some(written)
    }
}

#[derive(Default)]
struct Shown {
    places: Vec<(String, Option<Cut>)>,
    /// Places where the same picture is there in a second form.
    twofold: HashSet<usize>,
}

impl Rules for Shown {
    fn element(&mut self, element: &mut Element, _open: &[Name]) -> Result<Fate, Refused> {
        let is_blip = element.name.is("a", "blip");
        if element.name.local == "svgBlip" {
            self.twofold.extend(self.places.len().checked_sub(1));
        } else if is_blip && let Some(id) = element.get("r", "embed") {
            self.places.push((id.to_owned(), Some([0; 4])));
        } else if element.name.is("a", "srcRect") {
            let last = self.places.len().wrapping_sub(1);
            if let Some((_, cut)) = self.places.last_mut() {
                *cut = read(element).filter(|_| !self.twofold.contains(&last));
            }
        }
        // Whatever else refers to a picture shows it in a way that is not known here.
        for attribute in element.attributes().iter().filter(|a| a.name.space == "r" && !is_blip) {
            self.places.push((attribute.value.clone(), None));
        }
        Ok(Fate::Keep)
    }
}

/// Negative numbers add a margin; then nothing is cut here.
fn read(element: &Element) -> Option<Cut> {
    let side = |name| {
        let Some(text) = element.get("", name) else { return Some(0) };
        match text.strip_suffix('%') {
            Some(percent) => {
                let share = percent.parse::<f32>().ok().filter(|share| (0.0..100.0).contains(share))?;
                Some((share * 1000.0) as u32)
            }
            None => text.parse().ok().filter(|share| *share < WHOLE),
        }
    };
    let cut = [side("l")?, side("t")?, side("r")?, side("b")?];
    (cut[0] + cut[2] < WHOLE && cut[1] + cut[3] < WHOLE).then_some(cut)
}
