"""Makes the files in seeds/ that the tests of this crate read: documents by real programs. Words that must come out contain VISIBLE,
words that must not contain SECRET. The files are committed, so nobody needs to run this; it is here to say what they are and to make
them again:

    python3 -m venv venv && venv/bin/pip install python-docx
    apt install libreoffice-writer-nogui
    venv/bin/python make-seeds.py ../seeds
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

OUT = os.path.abspath(sys.argv[1])
WORK = tempfile.mkdtemp()
SOFFICE = shutil.which("soffice") or "/usr/lib/libreoffice/program/soffice"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def convert(source, kind, target):
    folder = tempfile.mkdtemp(dir=WORK)
    subprocess.run([SOFFICE, f"-env:UserInstallation=file://{WORK}/profile", "--headless", "--convert-to", kind,
                    "--outdir", folder, source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.move(os.path.join(folder, os.listdir(folder)[0]), os.path.join(OUT, target))


def link(paragraph, words, address):
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:t"))
    run[0].text = words
    element.append(run)
    paragraph._p.append(element)


def python_docx():
    text = docx.Document()
    text.core_properties.author = "SECRET-AUTHOR"
    text.sections[0].header.paragraphs[0].text = "SECRET-HEADER"
    text.add_heading("Ишеним телефону жөнүндө", 0)
    text.add_heading("Качан чалуу керек", 1)
    paragraph = text.add_paragraph("Сизди ")
    paragraph.add_run("алдап").bold = True
    paragraph.add_run(" кетишсе, ")
    paragraph.add_run("дароо ").italic = True
    paragraph.add_run("чалыңыз.")
    paragraph.add_run().add_break()
    paragraph.add_run("Чалуу акысыз. ")
    link(paragraph, "Толугураак", "https://mvd.example/ky?a=1&b=2")
    text.add_comment(paragraph.runs, "SECRET-COMMENT", author="SECRET-REVIEWER", initials="SR")
    text.add_heading("Эмне айтуу керек", 2)
    for words, style in (("Кайда экениңизди", "List Bullet"), ("Шаарды", "List Bullet 2"), ("Көчөнү", "List Bullet 2"),
                         ("Ким менен экениңизди", "List Bullet")):
        text.add_paragraph(words, style)
    text.add_paragraph("Бир", "List Number")
    text.add_paragraph("Эки", "List Number")
    text.add_paragraph("Өз укугуңузду билиңиз.", "Quote")
    table = text.add_table(rows=3, cols=3)
    for row, words in zip(table.rows, (("Жыл", "Чалуулар", "Жардам"), ("2024", "120", "40"), ("2025", "a|b", "50"))):
        for cell, word in zip(row.cells, words):
            cell.text = word
    table.cell(1, 1).merge(table.cell(1, 2))
    with open(os.path.join(WORK, "pixel.png"), "wb") as file:
        file.write(PIXEL)
    text.add_picture(file.name, width=Mm(10))
    text.save(os.path.join(OUT, "python-docx.docx"))


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>
</office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>SECRET</dc:creator>
<dc:date>2026-01-01T00:00:00</dc:date></office:change-info><text:p>SECRET-DELETED</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">VISIBLE-HEADING Жалпы жоболор</text:h>
<text:p>Бул <text:span text:style-name="B">мыйзам</text:span> 60 м<text:span text:style-name="Up">2</text:span> үй жөнүндө<text:note text:id="n1"
 text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>VISIBLE-NOTE</text:p></text:note-body></text:note>.
<text:change text:change-id="c1"/><office:annotation><dc:creator>SECRET</dc:creator><text:p>SECRET-COMMENT</text:p></office:annotation></text:p>
<text:list text:style-name="L"><text:list-item><text:p>Биринчи</text:p><text:list><text:list-item><text:p>Биринчинин биринчиси</text:p>
</text:list-item></text:list></text:list-item><text:list-item><text:p>Экинчи</text:p></text:list-item></text:list>
<text:p>Кененирээк: <text:a xlink:href="https://cbd.example/act/1">мыйзамдын тексти</text:a>, <text:a xlink:href="#place">төмөндө</text:a>.</text:p>
<text:p><draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>VISIBLE-BOX</text:p></draw:text-box></draw:frame>Жанында кутуча.</text:p>
<table:table><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>VISIBLE-CELL</text:p></table:table-cell><table:table-cell><text:p>Саны</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>а</text:p><text:p>б</text:p></table:table-cell><table:table-cell><text:p>7</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document>
"""


def libreoffice():
    path = os.path.join(WORK, "flat.fodt")
    with open(path, "w") as file:
        file.write(FLAT)
    convert(path, "docx", "libreoffice.docx")
    convert(path, "odt", "libreoffice.odt")
    convert(path, "pdf", "libreoffice.pdf")


if __name__ == "__main__":
    os.makedirs(OUT, exist_ok=True)
    python_docx()
    libreoffice()
    shutil.rmtree(WORK)
