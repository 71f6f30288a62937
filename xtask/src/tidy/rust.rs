//! A Rust file as `tidy` reads it: comments and texts blanked out, test code blanked out, paths spelled in full.
//! Lines stay lines, so that positions are those of the file. Macros are not expanded.

use super::Source;

pub struct Rust {
    pub path: String,
    /// The first line as it stands.
    pub head: String,
    /// Without comments; the content of string literals is kept.
    pub with_texts: String,
    /// Without comments and without the content of string literals.
    pub code: String,
    /// `code` without test code: empty for a file of tests.
    pub shipped: String,
}

/// A path in the code, `use` trees taken apart: `use a::{b, c::d}` gives `a::b` and `a::c::d`.
pub struct Path {
    pub line: usize,
    pub names: Vec<String>,
}

impl Rust {
    pub fn read(source: &Source) -> Self {
        let (code, with_texts) = blank(&source.text);
        let shipped = if is_test_file(&source.path) { String::new() } else { without_tests(&code) };
        let head = source.text.lines().next().unwrap_or_default().to_owned();
        Self { path: source.path.clone(), head, with_texts, code, shipped }
    }

    /// The string literals outside test code, as text with everything else of `shipped`.
    pub fn shipped_with_texts(&self) -> String {
        if is_test_file(&self.path) {
            return String::new();
        }
        let tests = test_ranges(&self.code);
        blank_ranges(&self.with_texts, &tests)
    }
}

/// Tests, the test kits (`testing.rs`) they share, and programs that measure.
fn is_test_file(path: &str) -> bool {
    let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".rs");
    path.contains("/tests/")
        || path.contains("/examples/")
        || ["tests", "testing"].contains(&stem)
        || stem.ends_with("_tests")
}

/// The text twice, in the same number of bytes: without comments and texts, and without comments only.
fn blank(text: &str) -> (String, String) {
    #[derive(PartialEq)]
    enum Part {
        Code,
        Comment,
        Text,
    }
    let bytes = text.as_bytes();
    let (mut code, mut with_texts) = (bytes.to_vec(), bytes.to_vec());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let (part, length) = if rest.starts_with("//") {
            (Part::Comment, rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            (Part::Comment, block_comment(rest))
        } else if let Some(length) = raw_text(text, at) {
            (Part::Text, length)
        } else if rest.starts_with('"') {
            (Part::Text, quoted(rest))
        } else {
            // A quote is a lifetime unless a character, plain or escaped, stands before a second quote.
            (Part::Code, character(rest).unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8)))
        };
        let range = at..at + length;
        let erase = |copy: &mut Vec<u8>| {
            copy[range.clone()].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        };
        match part {
            Part::Comment => (erase(&mut code), erase(&mut with_texts)),
            Part::Text => (erase(&mut code), ()),
            Part::Code if length > 1 && bytes[at] == b'\'' => (erase(&mut code), ()),
            Part::Code => ((), ()),
        };
        at += length;
    }
    let whole = |bytes| String::from_utf8(bytes).expect("whole characters are erased");
    (whole(code), whole(with_texts))
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if here.starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += 1;
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// The length of `r"…"`, `r#"…"#`, `br"…"` at this place.
fn raw_text(text: &str, at: usize) -> Option<usize> {
    let inside_a_name = text[..at].chars().next_back().is_some_and(is_name);
    let start = text[at..].strip_prefix("br").or_else(|| text[at..].strip_prefix('r'))?;
    let hashes = start.len() - start.trim_start_matches('#').len();
    let body = start[hashes..].strip_prefix('"').filter(|_| !inside_a_name)?;
    let end = format!("\"{}", "#".repeat(hashes));
    let prefix = text.len() - at - body.len();
    Some(prefix + body.find(&end).map_or(body.len(), |found| found + end.len()))
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        let first = escape.chars().next()?.len_utf8();
        return Some(2 + first + escape[first..].find('\'')? + 1);
    }
    let first = inside.chars().next()?;
    inside[first.len_utf8()..].starts_with('\'').then(|| first.len_utf8() + 2)
}

fn without_tests(code: &str) -> String {
    blank_ranges(code, &test_ranges(code))
}

/// What stands under `#[cfg(test)]`: up to the closing brace of its item, or the semicolon.
fn test_ranges(code: &str) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(test)]") {
        let start = from + found;
        let (mut depth, mut end) = (0, code.len());
        for (at, byte) in code.bytes().enumerate().skip(start + "#[cfg(test)]".len()) {
            match byte {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                b';' => {}
                _ => continue,
            }
            if depth == 0 {
                end = at + 1;
                break;
            }
        }
        ranges.push(start..end);
        from = end;
    }
    ranges
}

fn blank_ranges(text: &str, ranges: &[std::ops::Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for range in ranges {
        bytes[range.clone()].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
    }
    String::from_utf8(bytes).expect("ranges begin and end at ASCII characters")
}

pub fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// All paths of two names or more.
pub fn paths(code: &str) -> Vec<Path> {
    let mut paths = Vec::new();
    // What stands before each open brace: the path of a `use` group, or nothing for any other brace.
    let mut groups: Vec<Vec<String>> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let (mut line, mut joined, mut start_line) = (1, false, 1);
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        if length > 0 {
            if !joined {
                finish(&mut names, start_line, &mut paths);
                names = groups.last().cloned().unwrap_or_default();
                start_line = line;
            }
            names.push(rest[..length].to_owned());
            joined = false;
            rest = &rest[length..];
            continue;
        }
        if rest.starts_with("::") {
            joined = !names.is_empty();
            rest = &rest[2..];
            continue;
        }
        match c {
            '{' => {
                let prefix = if joined { std::mem::take(&mut names) } else { Vec::new() };
                finish(&mut names, start_line, &mut paths);
                groups.push(prefix);
                joined = false;
            }
            '}' => {
                finish(&mut names, start_line, &mut paths);
                groups.pop();
                joined = false;
            }
            '\n' => line += 1,
            c if c.is_whitespace() => {}
            _ => {
                finish(&mut names, start_line, &mut paths);
                joined = false;
            }
        }
        rest = &rest[c.len_utf8()..];
    }
    finish(&mut names, start_line, &mut paths);
    paths
}

fn finish(names: &mut Vec<String>, line: usize, paths: &mut Vec<Path>) {
    if names.len() > 1 {
        paths.push(Path { line, names: std::mem::take(names) });
    }
    names.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, text: &str) -> Rust {
        Rust::read(&Source { path: path.into(), text: text.into() })
    }

    fn spelled(code: &str) -> Vec<String> {
        paths(code).iter().map(|path| format!("{}:{}", path.line, path.names.join("::"))).collect()
    }

    #[test]
    fn comments_and_texts_are_blanked_and_lines_stay() {
        let rust = read(
            "a.rs",
            "let a = \"x // y\"; // z\n/* b /* c */ d */ let q = '\"'; let r = r#\"w\"v\"#;\nfn f<'a>() {}",
        );
        assert_eq!(rust.code.lines().count(), 3);
        for gone in ["x", "y", "z", "b", "c ", "w", "v"] {
            assert!(!rust.code.contains(gone), "{gone} in {}", rust.code);
        }
        assert!(rust.with_texts.contains("x // y") && !rust.with_texts.contains('z'));
        assert!(rust.code.contains("fn f<'a>() {}"));
    }

    #[test]
    fn test_code_is_not_shipped() {
        let rust =
            read("a.rs", "fn a() { b::c() }\n#[cfg(test)]\nmod tests {\n fn d() { e::f() }\n}\nfn g() {}");
        assert!(
            rust.shipped.contains("b::c") && rust.shipped.contains("fn g") && !rust.shipped.contains("e::f")
        );
        assert!(!read("a.rs", "#[cfg(test)]\nmod tests;\nfn a() {}").shipped.contains("tests"));
        assert_eq!(read("crates/portal/tests/it/main.rs", "fn a() {}").shipped, "");
        assert_eq!(read("x/model_tests.rs", "fn a() {}").shipped, "");
    }

    #[test]
    fn use_trees_are_taken_apart() {
        let code = "use a::{b, c::{self, d},\n  e::f as g};\nfn h(i: j::K) -> l::M { n::o(p); q.r() }";
        let wanted = [
            "1:a::b",
            "1:a::c::self",
            "1:a::c::d",
            "2:a::e::f",
            "2:a::as",
            "2:a::g",
            "3:j::K",
            "3:l::M",
            "3:n::o",
        ];
        assert_eq!(spelled(code), wanted);
    }
}
