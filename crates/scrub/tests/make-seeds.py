"""Makes the files in seeds/ that the tests of this crate clean: real files by real programs, with secrets planted in them.

Every secret contains SECRET, every word that must survive contains VISIBLE. The files are committed, so nobody needs to run this;
it is here to say what they are and to make them again:

    python3 -m venv venv && venv/bin/pip install python-docx openpyxl python-pptx Pillow pypdf
    apt install libimage-exiftool-perl ffmpeg libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui
    venv/bin/python make-seeds.py ../seeds
"""

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from PIL import Image, ImageDraw

OUT = os.path.abspath(sys.argv[1])
WORK = tempfile.mkdtemp()
SECRETS = [
    "-Artist=SECRET-ARTIST", "-UserComment=SECRET-COMMENT", "-Make=SECRET-MAKER", "-Model=SECRET-MODEL",
    "-GPSLatitude=42.8746", "-GPSLatitudeRef=N", "-GPSLongitude=74.5698", "-GPSLongitudeRef=E",
    "-XMP-dc:Creator=SECRET-XMP", "-XMP-photoshop:City=SECRET-CITY",
]


def out(name):
    return os.path.join(OUT, name)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def office(source, kind, target, options=""):
    folder = tempfile.mkdtemp(dir=WORK)
    run("soffice", f"-env:UserInstallation=file://{WORK}/profile", "--headless",
        "--convert-to", kind + options, "--outdir", folder, source)
    shutil.move(os.path.join(folder, os.listdir(folder)[0]), target)


def picture(width=48, height=32):
    image = Image.new("RGB", (width, height), (240, 240, 240))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 3, height // 3), fill=(200, 30, 40))
    draw.rectangle((width - 6, height - 6, width, height), fill=(30, 60, 200))
    return image


def exif(path, *more):
    run("exiftool", "-overwrite_original", *SECRETS, *more, path)


def pictures():
    thumbnail = os.path.join(WORK, "thumbnail.jpg")
    picture(16, 12).save(thumbnail)
    picture(8, 6).save(out("comment.jpg"), comment=b"SECRET-COMMENT")
    picture().save(out("photo.jpg"), quality=90)
    exif(out("photo.jpg"), "-IPTC:By-line=SECRET-IPTC", "-Comment=SECRET-COMMENT", f"-ThumbnailImage<={thumbnail}")
    shutil.copy(out("photo.jpg"), out("turned.jpg"))
    run("exiftool", "-overwrite_original", "-n", "-Orientation=6", out("turned.jpg"))
    picture().save(out("progressive.jpg"), progressive=True, quality=80)
    picture().convert("CMYK").save(out("print.jpg"))
    exif(out("print.jpg"), "-n", "-Orientation=3")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("SECRET.txt", "SECRET")
    with open(out("comment.jpg"), "rb") as photo, open(out("polyglot.jpg"), "wb") as both:
        both.write(photo.read() + archive.getvalue())

    from PIL.PngImagePlugin import PngInfo
    text = PngInfo()
    text.add_text("Author", "SECRET-AUTHOR")
    text.add_itxt("Comment", "SECRET-COMMENT", zip=True)
    picture().save(out("photo.png"), pnginfo=text)
    exif(out("photo.png"))
    picture().save(out("turned.png"))
    run("exiftool", "-overwrite_original", "-n", "-Orientation=8", "-Artist=SECRET", out("turned.png"))
    frames = [picture(), picture().rotate(180)]
    frames[0].save(out("animated.png"), save_all=True, append_images=frames[1:], duration=100)
    picture().save(out("photo.webp"), quality=80)
    exif(out("photo.webp"), "-n", "-Orientation=6")
    picture().save(out("lossless.webp"), lossless=True)
    frames[0].save(out("animated.webp"), save_all=True, append_images=frames[1:], duration=100)
    exif(out("animated.webp"))


def edit(path, change, drop=()):
    """Writes an archive again, each part through `change(name, text)`."""
    with zipfile.ZipFile(path) as source:
        parts = [(info.filename, source.read(info.filename)) for info in source.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts:
            if name in drop:
                continue
            if name.endswith((".xml", ".rels")):
                content = change(name, content.decode()).encode()
            target.writestr(name, content)


def document():
    import docx
    from docx.shared import Mm
    text = docx.Document()
    properties = text.core_properties
    properties.author, properties.last_modified_by = "SECRET-AUTHOR", "SECRET-EDITOR"
    properties.title, properties.keywords = "SECRET-TITLE", "SECRET-KEYWORD"
    text.add_heading("Элдик басма сөз VISIBLE-HEADING", 1)
    paragraph = text.add_paragraph("Бул текст калат. VISIBLE-TEXT ")
    text.add_comment(paragraph.runs, "SECRET-COMMENT", author="SECRET-REVIEWER", initials="SR")
    text.add_paragraph("CHANGES")
    table = text.add_table(rows=2, cols=2)
    for row, word in zip(table.rows, ("VISIBLE-CELL", "SECRET-ROW")):
        row.cells[0].text = word
    photo = os.path.join(WORK, "SECRET-FILE-NAME.jpg")
    shutil.copy(out("photo.jpg"), photo)
    text.add_picture(photo, width=Mm(30))
    path = out("python-docx.docx")
    text.save(path)

    who = 'w:id="9" w:author="SECRET-AUTHOR" w:date="2026-01-01T00:00:00Z"'
    changes = (
        f'<w:p w:rsidR="00SECRET"><w:pPr><w:rPr><w:ins {who}/></w:rPr></w:pPr>'
        f'<w:ins {who}><w:r><w:t>VISIBLE-INSERTED</w:t></w:r></w:ins>'
        f'<w:del {who}><w:r><w:delText>SECRET-DELETED</w:delText></w:r></w:del>'
        f'<w:moveFrom {who}><w:r><w:t>SECRET-MOVED</w:t></w:r></w:moveFrom>'
        f'<w:r><w:rPr><w:b/><w:rPrChange {who}><w:rPr/></w:rPrChange></w:rPr><w:t>VISIBLE-BOLD</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> INCLUDEPICTURE "C:\\SECRET\\a.jpg" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:hyperlink r:id="rIdLocal"><w:r><w:t>VISIBLE-LINK</w:t></w:r></w:hyperlink></w:p>'
    )

    def change(name, xml):
        if name == "word/document.xml":
            xml = re.sub(r"<w:p>(?:(?!</w:p>).)*CHANGES.*?</w:p>", lambda _: changes, xml, flags=re.S)
            row = xml.rindex("<w:tr>", 0, xml.index("SECRET-ROW"))
            xml = xml[:row] + f"<w:tr><w:trPr><w:del {who}/></w:trPr>" + xml[row + len("<w:tr>"):]
            xml = xml.replace("<a:stretch>", '<a:srcRect l="25000" r="25000"/><a:stretch>')
        if name == "word/_rels/document.xml.rels":
            link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            xml = xml.replace("</Relationships>",
                f'<Relationship Id="rIdLocal" Type="{link}hyperlink" Target="file:///C:/SECRET/a.docx" TargetMode="External"/>'
                f'<Relationship Id="rIdRemote" Type="{link}image" Target="https://SECRET.example/a.png" TargetMode="External"/>'
                "</Relationships>")
        if name == "word/settings.xml":
            xml = re.sub(r"(<w:settings[^>]*>)", r'\1<w:attachedTemplate r:id="rIdTemplate"/>'
                r'<w:docVars><w:docVar w:name="a" w:val="SECRET-VARIABLE"/></w:docVars>', xml)
            if "xmlns:r=" not in xml:
                xml = xml.replace("<w:settings ", '<w:settings xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ')
        return xml

    edit(path, change, drop=("docProps/thumbnail.jpeg",))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        package.writestr("word/_rels/settings.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rIdTemplate" Type="{link}attachedTemplate" Target="file:///C:/SECRET/press.dotx" TargetMode="External"/>'
            "</Relationships>")
    # The same text as LibreOffice writes it, with the comment, the changes and properties of its own. It does not read that a
    # row was deleted.
    whole = os.path.join(WORK, "whole.docx")
    shutil.copy(path, whole)
    edit(whole, lambda name, xml: xml.replace("SECRET-ROW", "VISIBLE-ROW"))
    office(whole, "odt", out("libreoffice.odt"))
    office(out("libreoffice.odt"), "docx", out("libreoffice.docx"))
    office(out("libreoffice.odt"), "pdf", out("libreoffice.pdf"))


def table():
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.drawing.image import Image as Picture
    book = openpyxl.Workbook()
    book.properties.creator = book.properties.lastModifiedBy = "SECRET-AUTHOR"
    book.custom_doc_props.append(openpyxl.packaging.custom.StringProperty(name="SECRET-NAME", value="SECRET-VALUE"))
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["B1"] = "VISIBLE-CELL", "=B1*2", 21
    sheet["A1"].comment = Comment("SECRET-COMMENT", "SECRET-REVIEWER")
    sheet["C1"] = "='[1]Баа'!A1"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet.add_image(Picture(out("photo.jpg")), "E5")
    book.create_sheet("Hidden").sheet_state = "hidden"
    book.save(out("openpyxl.xlsx"))
    office(out("openpyxl.xlsx"), "xlsx", out("libreoffice.xlsx"))


def slides():
    import pptx
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Mm
    show = pptx.Presentation()
    show.core_properties.author = "SECRET-AUTHOR"
    layouts = show.slide_layouts
    for layout in list(layouts)[1:]:
        layouts.remove(layout)
    slide = show.slides.add_slide(layouts[0])
    slide.shapes.title.text = "VISIBLE-TITLE"
    slide.notes_slide.notes_text_frame.text = "VISIBLE-NOTES"
    photo = os.path.join(WORK, "SECRET-FILE-NAME.jpg")
    slide.shapes.add_picture(photo, 0, 0, Mm(40)).crop_left = 0.5
    data = CategoryChartData()
    data.categories = ["VISIBLE-BAR"]
    data.add_series("VISIBLE-SERIES", (1,))
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Mm(50), Mm(50), data)
    hidden = show.slides.add_slide(layouts[0])
    hidden._element.set("show", "0")
    show.save(out("python-pptx.pptx"))
    edit(out("python-pptx.pptx"), lambda name, xml: xml, drop=("docProps/thumbnail.jpeg",))
    office(out("python-pptx.pptx"), "pptx", out("libreoffice.pptx"))


def portable():
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import Highlight, Text
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject
    writer = PdfWriter(clone_from=PdfReader(out("libreoffice.pdf")))
    writer.add_metadata({"/Author": "SECRET-AUTHOR", "/Title": "SECRET-TITLE"})
    script = DictionaryObject({
        NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('SECRET-SCRIPT')")})
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(script)
    writer.add_attachment("SECRET-NAME.txt", b"SECRET-ATTACHMENT")
    writer.add_annotation(0, Text(rect=(50, 50, 70, 70), text="SECRET-COMMENT"))
    corners = ArrayObject([FloatObject(n) for n in (50, 120, 100, 120, 50, 100, 100, 100)])
    mark = Highlight(rect=(50, 100, 100, 120), quad_points=corners)
    mark[NameObject("/T")] = TextStringObject("SECRET-REVIEWER")
    mark[NameObject("/Contents")] = TextStringObject("SECRET-REMARK")
    writer.add_annotation(0, mark)
    writer.write(out("pypdf.pdf"))
    secured = PdfWriter(clone_from=PdfReader(out("libreoffice.pdf")))
    secured.encrypt("password")
    secured.write(out("encrypted.pdf"))


def sound_and_film():
    tags = ["-metadata", "artist=SECRET-ARTIST", "-metadata", "comment=SECRET-COMMENT", "-metadata", "title=SECRET-TITLE"]
    run("ffmpeg", "-y", "-f", "lavfi", "-i", "sine=440:d=0.4", "-b:a", "32k", "-write_id3v1", "1", *tags, out("sound.mp3"))
    run("ffmpeg", "-y", "-f", "lavfi", "-i", "testsrc=s=64x48:r=5:d=1", "-f", "lavfi", "-i", "sine=440:d=1", "-b:a", "24k",
        "-c:v", "mpeg4", *tags, "-metadata", "location=+42.8746+074.5698/", "-metadata",
        "creation_time=2026-01-02T03:04:05Z", "-metadata:s:v", "handler_name=SECRET-CAMERA", out("film.mp4"))
    run("ffmpeg", "-y", "-i", out("film.mp4"), "-c", "copy", "-movflags", "frag_keyframe+empty_moov", *tags, out("fragmented.mp4"))


def written():
    with open(out("drawing.svg"), "w") as file:
        file.write('<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Created with SECRET -->\n'
            '<svg width="40" height="30" viewBox="0 0 40 30" xmlns="http://www.w3.org/2000/svg" '
            'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="/home/SECRET/a.png">\n'
            '<metadata>SECRET-AUTHOR</metadata><script>SECRET()</script>\n'
            '<g inkscape:label="SECRET"><title>VISIBLE-TITLE</title>'
            '<rect width="20" height="10" style="fill:#c81e28" onclick="SECRET()"/></g>\n</svg>\n')
    with open(out("table.csv"), "w") as file:
        file.write("Аты,Саны\nVISIBLE-CELL,-5\n=SUM(B2),+996 312 62 50 50\n")
    with open(out("text.txt"), "w") as file:
        file.write("Элдик басма сөз жыйыны. VISIBLE-TEXT\n")


if __name__ == "__main__":
    os.makedirs(OUT, exist_ok=True)
    for make in (pictures, document, table, slides, portable, sound_and_film, written):
        make()
        print(make.__name__)
    shutil.rmtree(WORK)
