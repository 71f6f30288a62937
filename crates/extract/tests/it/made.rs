//! Documents made of the XML that a test is about.

use scrub::archive::Packer;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut packer = Packer::default();
    parts.iter().for_each(|(name, part)| packer.add(name, part.as_bytes(), false).unwrap());
    packer.finish().unwrap()
}

const STYLES: &str = r#"<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Статья"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Intense Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="circle"><w:name w:val="A"/><w:basedOn w:val="circle"/></w:style>"#;

/// 1 is a list of dots, 2 one of numbers with letters inside, 3 goes on with 2 from 5, 4 numbers articles, 5 is of several levels.
const LISTS: &str = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Статья %1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>"#;

/// A Word document with this between `<w:body>` and `</w:body>`.
pub fn docx(body: &str) -> Vec<u8> {
    let relations = |lines: String| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{lines}</Relationships>"
        )
    };
    let line = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{KIND}/{kind}\" Target=\"{target}\"/>")
    };
    let away = |id: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"{KIND}/hyperlink\" Target=\"{target}\" TargetMode=\"External\"/>"
        )
    };
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let of_main = [
        line("s", "styles", "styles.xml"),
        line("n", "numbering", "numbering.xml"),
        line("f", "footnotes", "footnotes.xml"),
        line("h", "header", "header1.xml"),
        line("e", "header", "header2.xml"),
        away("web", "https://mvd.example/ky?a=1"),
        away("disk", "file:///C:/SECRET/a.docx"),
    ];
    packed(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", &relations(line("d", "officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", &relations(of_main.concat())),
        ("word/document.xml", &format!("<w:document {W}><w:body>{body}</w:body></w:document>")),
        ("word/styles.xml", &format!("<w:styles {W}>{STYLES}</w:styles>")),
        ("word/numbering.xml", &format!("<w:numbering {W}>{LISTS}</w:numbering>")),
        (
            "word/footnotes.xml",
            &format!(
                "<w:footnotes {W}><w:footnote w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
                <w:footnote w:id=\"7\">{}</w:footnote><w:footnote w:id=\"8\">{}</w:footnote></w:footnotes>",
                p("Жети"),
                p("Сегиз")
            ),
        ),
        ("word/header1.xml", &format!("<w:hdr {W}>{}</w:hdr>", p("Бланк"))),
        ("word/header2.xml", &format!("<w:hdr {W}>{}</w:hdr>", p(" "))),
    ])
}

/// A paragraph of plain words.
pub fn p(words: &str) -> String {
    format!("<w:p>{}</w:p>", r(words))
}

pub fn r(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

/// A paragraph in a style.
pub fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", r(words))
}

/// An entry of a list.
pub fn item(list: u8, level: u8, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        r(words)
    )
}

pub fn table(rows: &[&[String]]) -> String {
    let cell = |cell: &String| format!("<w:tc>{cell}</w:tc>");
    let row = |row: &&[String]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}
