"""Opens cleaned files with the libraries that many programs are made with, one line for each: read-cleaned.py FILE…

Run by `tests/it/office.rs`. Ends with an error at the first file that does not open, that no longer shows what it showed, or that
still tells what was planted in it.
"""

import sys

import docx
import openpyxl
import PIL.Image
import pptx
import pypdf


# What the libraries say themselves of a document that has no properties.
THEIR_OWN = {"python-docx", "Word Document", "openpyxl", "python-pptx", "PowerPoint Presentation"}


def said_of_itself(properties):
    """What office programs show under "properties"."""
    names = ("author", "creator", "lastModifiedBy", "last_modified_by", "title", "keywords", "comments", "description", "subject")
    return [value for value in (getattr(properties, name, None) for name in names) if value and value not in THEIR_OWN]


def word(path):
    text = docx.Document(path)
    assert not said_of_itself(text.core_properties), said_of_itself(text.core_properties)
    assert not list(text.comments), "comments"
    cells = [cell.text for table in text.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in text.paragraphs] + cells, len(text.inline_shapes)


def table(path):
    book = openpyxl.load_workbook(path)
    assert not said_of_itself(book.properties) and not list(book.custom_doc_props), said_of_itself(book.properties)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.comment for cell in cells if cell.comment], "comments"
    return [str(cell.value) for cell in cells if cell.value is not None], sum(len(sheet._images) for sheet in book)


def slides(path):
    show = pptx.Presentation(path)
    assert not said_of_itself(show.core_properties), said_of_itself(show.core_properties)
    shapes = [shape for slide in show.slides for shape in slide.shapes]
    pictures = [shape for shape in shapes if hasattr(shape, "image")]
    for picture in pictures:
        assert "SECRET" not in picture.name and picture.image.blob
    return [shape.text_frame.text for shape in shapes if shape.has_text_frame], len(pictures)


def portable(path):
    reader = pypdf.PdfReader(path)
    assert not reader.metadata and not reader.xmp_metadata and not reader.attachments, (reader.metadata, reader.attachments)
    return [page.extract_text() for page in reader.pages], None


def picture(path):
    with PIL.Image.open(path) as image:
        image.load()
        assert not image.getexif(), dict(image.getexif())
        told = [key for key in image.info if key.lower() in ("exif", "xmp", "comment", "photoshop", "author")]
        assert not told, told
        # The red corner that all pictures of the seeds have; in a turned one it is in another, but there.
        colours = image.convert("RGB").resize((12, 12)).tobytes()
        assert any(red > 150 and green < 110 and blue < 120 for red, green, blue in zip(*[iter(colours)] * 3)), "other pixels"


for path in sys.argv[1:]:
    ending = path.rsplit(".")[-1]
    if ending in ("jpg", "png", "webp"):
        picture(path)
    else:
        words, pictures = {"docx": word, "xlsx": table, "pptx": slides, "pdf": portable}[ending](path)
        assert any("VISIBLE" in text for text in words), words
        assert not any("SECRET" in text for text in words), words
        assert pictures != 0 or "libreoffice" in path, "its picture is gone"
    print(path, "opens")
