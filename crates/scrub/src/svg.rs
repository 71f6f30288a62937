//! SVG: a drawing in XML that a browser would run as a page. Only elements and attributes that draw are kept, and only references
//! to the drawing itself. Pictures inside, animations, links and foreign content go.

use std::collections::HashSet;

use crate::xml::{self, Attribute, Element, Fate, Name, Rules};
use crate::{Limits, Refused, Removed, Report, Warning};

const DRAWN: &str = "svg g defs title desc symbol use path rect circle ellipse line polyline polygon text tspan textPath \
    linearGradient radialGradient stop clipPath mask pattern marker style filter feBlend feColorMatrix \
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight \
    feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology \
    feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence switch";

const ATTRIBUTES: &str = "id class style transform viewBox preserveAspectRatio version width height \
    x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength dx dy rotate textLength lengthAdjust \
    startOffset method spacing side offset gradientUnits gradientTransform spreadMethod \
    clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform \
    markerWidth markerHeight markerUnits refX refY orient filterUnits primitiveUnits in in2 result \
    type values mode operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode \
    preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent azimuth elevation \
    pointsAtX pointsAtY pointsAtZ limitingConeAngle scale xChannelSelector yChannelSelector \
    stdDeviation radius baseFrequency numOctaves seed stitchTiles tableValues slope intercept \
    amplitude exponent role aria-label aria-hidden lang fill fill-opacity fill-rule stroke \
    stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray \
    stroke-dashoffset color opacity display visibility overflow clip clip-path clip-rule mask \
    mask-type filter flood-color flood-opacity lighting-color stop-color stop-opacity marker-start \
    marker-mid marker-end color-interpolation color-interpolation-filters color-rendering \
    shape-rendering text-rendering image-rendering paint-order vector-effect mix-blend-mode \
    isolation font-family font-size font-size-adjust font-stretch font-style font-variant \
    font-weight letter-spacing word-spacing text-anchor text-decoration dominant-baseline \
    alignment-baseline baseline-shift direction unicode-bidi writing-mode white-space \
    transform-origin enable-background";

type Size = Option<(u32, u32)>;

pub fn clean(bytes: &[u8], limits: &Limits, report: &mut Report) -> Result<(Vec<u8>, Size), Refused> {
    let words = |list: &'static str| list.split(' ').collect();
    let mut drawing = Drawing { report, size: None, drawn: words(DRAWN), attributes: words(ATTRIBUTES) };
    let written = xml::rewrite(bytes, &mut drawing, limits)?;
    let size = drawing.size;
    report.removed(Removed::Descriptions, written.remarks);
    Ok((written.bytes, size))
}

struct Drawing<'a> {
    report: &'a mut Report,
    size: Size,
    drawn: HashSet<&'static str>,
    attributes: HashSet<&'static str>,
}

impl Rules for Drawing<'_> {
    fn element(&mut self, element: &mut Element, open: &[Name]) -> Result<Fate, Refused> {
        let at_root = open.is_empty();
        if at_root && !element.name.is("svg", "svg") {
            return Err(Refused::UnknownType);
        }
        let (space, local) = element.name.parts();
        if space != "svg" || !self.drawn.contains(local) {
            match local {
                "script" | "handler" | "listener" => self.report.removed(Removed::Scripts, 1),
                "metadata" => self.report.removed(Removed::DocumentInformation, 1),
                "image" | "feImage" | "foreignObject" | "a" | "iframe" => {
                    self.report.warn(Warning::DrawingSimplified, 1);
                }
                _ if space == "svg" => self.report.warn(Warning::DrawingSimplified, 1),
                _ => self.report.removed(Removed::CustomProperties, 1),
            }
            // A link only wraps what it links from.
            let keeps_content = space == "svg"
                && local == "a"
                && element.attributes().iter().all(|a| a.name.space != "xmlns");
            return Ok(if keeps_content { Fate::Unwrap } else { Fate::Drop });
        }
        let (mut scripts, mut links, mut paths, mut others) = (0, 0, 0, 0);
        for attribute in element.attributes().iter().filter(|a| !self.allowed(a, at_root)) {
            let Name { space, local } = &attribute.name;
            match (*space, local.as_str()) {
                ("xmlns", _) => (),
                ("", name) if name.starts_with("on") => scripts += 1,
                (_, "href" | "src") => links += 1,
                (_, name) if name.contains("export-filename") || name.contains("docname") => paths += 1,
                _ => others += 1,
            }
        }
        element.remove(|attribute| !self.allowed(attribute, at_root));
        if at_root {
            // Of what is left: a size that went says nothing of the drawing that stays.
            self.size = size(element);
        }
        self.report.removed(Removed::Scripts, scripts);
        self.report.removed(Removed::ExternalLinks, links);
        self.report.removed(Removed::LocalPath, paths);
        self.report.removed(Removed::CustomProperties, others);
        Ok(if element.name.local == "style" { Fate::Text } else { Fate::Keep })
    }

    fn rewrite(&mut self, _name: &Name, text: String) -> Result<Option<String>, Refused> {
        if is_harmless_style(&text) {
            return Ok(Some(text));
        }
        self.report.warn(Warning::DrawingSimplified, 1);
        Ok(None)
    }

    /// Drawing programs name the definition of SVG 1.1 in every file. Only one that declares something of its own is dangerous.
    fn doctype(&mut self, content: &str) -> Result<(), Refused> {
        if content.contains('[') { Err(Refused::ExternalEntities) } else { Ok(()) }
    }
}

impl Drawing<'_> {
    fn allowed(&self, attribute: &Attribute, at_root: bool) -> bool {
        let value = attribute.value.trim();
        match (attribute.name.space, attribute.name.local.as_str()) {
            // Elements of other namespaces are gone, so only this declaration still has a use, and only at the root.
            ("xmlns", "xmlns") => at_root && value == "http://www.w3.org/2000/svg",
            ("xmlns", _) => {
                at_root && ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"].contains(&value)
            }
            ("" | "xlink", "href") => value.starts_with('#'),
            ("xml", "space" | "lang") => true,
            ("", name) => self.attributes.contains(name) && is_harmless_style(value),
            _ => false,
        }
    }
}

/// Whether a style, or a value of an attribute, fetches nothing: `url()` may only point into the drawing. Escapes and comments, which
/// could hide a word from this check, are not let through.
fn is_harmless_style(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let hides = style.contains(['\\', '@', '<']) || style.contains("/*");
    let fetches = ["expression", "javascript", "image(", "image-set(", "src(", "behavior", "-moz-binding"];
    !hides
        && !fetches.iter().any(|word| style.contains(word))
        && style.split("url(").skip(1).all(|rest| rest.trim_start_matches([' ', '"', '\'']).starts_with('#'))
}

/// What the drawing says of its own size, in whole pixels.
fn size(element: &Element) -> Size {
    let number = |text: &str| {
        let pixels: f64 = text.trim().trim_end_matches("px").parse().ok()?;
        (1.0..100_000.0).contains(&pixels).then_some(pixels.round() as u32)
    };
    let attribute = |name| element.get("", name).and_then(number);
    attribute("width").zip(attribute("height")).or_else(|| {
        let mut numbers =
            element.get("", "viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
        number(numbers.next()?).zip(number(numbers.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">"#;

    #[track_caller]
    fn cleaned(inside: &str, expected: &str) -> Report {
        let mut report = Report::default();
        let svg = format!("{HEAD}{inside}</svg>");
        let (bytes, size) = clean(svg.as_bytes(), &Limits::default(), &mut report).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), format!("{HEAD}{expected}</svg>"));
        assert_eq!(size, Some((20, 10)));
        report
    }

    #[test]
    fn what_draws_stays_as_it_was() {
        let drawing = r##"<title>Ош</title><g fill="url(#a)" style="stroke:red"><use href="#b"/></g><style>.a{fill:blue}</style><path clip-path="url(#a)" stroke-miterlimit="4" stop-opacity="0.5" color-rendering="auto"/>"##;
        assert!(cleaned(drawing, drawing).is_empty());
    }

    #[test]
    fn what_runs_goes() {
        let report =
            cleaned("<script>alert(1)</script><path d='M0' onload='alert(1)'/>", r#"<path d="M0"/>"#);
        assert_eq!(report.removed[&Removed::Scripts], 2);
        cleaned("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", "");
        cleaned("<animate attributeName='href' to='javascript:1'/><set/>", "");
        cleaned("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>1</h:script>", "");
        cleaned("<script xmlns='http://www.w3.org/1999/xhtml'>1</script>", "");
        cleaned("<a href='javascript:alert(1)'><path d='M1'/></a>", "<path d='M1'/>");
    }

    #[test]
    fn what_fetches_goes() {
        cleaned("<use href='https://a.kg/b.svg#c'/><image href='http://a.kg/'/>", "<use/>");
        cleaned("<path style='fill:url(http://a.kg/)'/>", "<path/>");
        cleaned("<path fill='u\\72l(http://a.kg/)'/>", "<path/>");
        for style in
            ["@import 'http://a.kg';", "a{b:url( 'http://a.kg')}", "a{b:u/**/rl(x)}", "a{b:&#117;rl(x)}"]
        {
            cleaned(&format!("<style>{style}</style>"), "");
        }
    }

    #[test]
    fn what_describes_goes() {
        let inside =
            "<!-- SECRET --><metadata>SECRET</metadata><path id='a' xmlns:i='i' i:docname='C:\\SECRET'/>";
        let report = cleaned(inside, r#"<path id="a"/>"#);
        assert_eq!(report.removed[&Removed::Descriptions], 1);
        assert_eq!(report.removed[&Removed::LocalPath], 1);
    }

    #[test]
    fn entities_are_refused() {
        for head in
            ["<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "<!DOCTYPE svg [<!ENTITY a 'b'>]>"]
        {
            let svg = format!("{head}{HEAD}<text>&a;</text></svg>");
            let refused = clean(svg.as_bytes(), &Limits::default(), &mut Report::default());
            assert_eq!(refused.unwrap_err(), Refused::ExternalEntities);
        }
    }
}
