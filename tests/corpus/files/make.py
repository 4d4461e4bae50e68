"""Makes the files beside it. Python's own library and, for the PDFs, Chromium (its path is the only argument).

    python3 make.py chromium

All texts are invented for Postil.
"""

import pathlib
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).parent

TEXTS = {
    ("river.windows-1251.txt", "cp1251"): """Река вернулась в берега

Вода в реке Вельде за ночь опустилась на сорок сантиметров, сообщила служба спасения.

«Самое трудное позади, — сказал мэр Ольховска Илья Дорохов. — Люди могут возвращаться домой».

По словам жителей, электричества нет уже третий день.
""",
    ("market.big5.txt", "big5"): """夜市重新開張

關閉半年之後，河濱夜市昨天晚上重新開張。市長林若安表示，所有攤位都已經通過檢查。

「我們等了很久，」賣豆花的陳太太說，「希望客人會回來。」

有些居民認為，夜市的噪音仍然太大。
""",
    ("bridge.shift_jis.txt", "shift_jis"): """古い橋を残すことに決定

青浜市は十日、町の中心にある古い橋を取り壊さず、修理して残すと発表した。

「この橋は町の記憶です」と森田市長は述べた。費用は来年度の予算に入れるという。

一方、商店街からは工事の間の客足を心配する声も出ている。
""",
    ("harbour.windows-1256.txt", "cp1256"): """عودة الصيادين إلى الميناء

أعلنت إدارة الميناء أن قوارب الصيد ستعود إلى البحر يوم الأحد بعد أسبوعين من العواصف.

وقال رئيس النقابة سالم الحداد: «خسرنا كثيرا، لكن الموسم لم ينته بعد».

وأضاف أن الحكومة وعدت بتعويض أصحاب القوارب الصغيرة.
""",
}

COLUMNS = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Old tramway line to open again</title><style>
@page { size: A5; margin: 14mm }
body { font: 10pt/1.35 'DejaVu Serif', serif; margin: 0 }
h1 { font-size: 18pt; margin: 0 0 6pt }
main { column-count: 2; column-gap: 8mm; text-align: justify; hyphens: auto }
p { margin: 0; text-indent: 4mm }
p:first-child { text-indent: 0 }
</style><h1>Old tramway line to open again</h1><main>
<p>The tramway between Aldermoor and the harbour, which was closed eleven years ago, will carry passengers again from next
September, the regional transport administration announced on Tuesday.</p>
<p>“This is the connection that everybody on the eastern side of the river has been missing,” said Marta Ellingsen, who chairs the
administration. She called the reconstruction of the four stations an extraordinarily complicated undertaking.</p>
<p>Neighbourhood associations had demanded the reopening for years. According to Tobias Renn of the association “Rails for
Aldermoor”, more than six thousand residents signed the petition.</p>
<p>Not everybody is convinced. The well-known architect Ines Corvo described the new terminal as “a parking garage with
decorations” and demanded an independent evaluation of the construction costs.</p>
<p>The administration responded that the well-known objections had been considered, and that the municipality would publish
all calculations before the end of the month. The first test journeys are to begin in the spring.</p>
</main></html>"""

CYRILLIC = """<!DOCTYPE html><html lang="uk"><meta charset="utf-8"><title>Бібліотека</title><style>
@page { size: A5; margin: 14mm } body { font: 11pt/1.4 'DejaVu Serif', serif; margin: 0 } p { margin: 0 0 8pt }
</style><p>Міська бібліотека відкрила нову читальну залу, повідомила директорка Оксана Левко.</p>
<p>«Тут буде тихо і світло», — сказала вона журналістам.</p></html>"""

ARABIC = """<!DOCTYPE html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>المكتبة</title><style>
@page { size: A5; margin: 14mm } body { font: 12pt/1.5 'DejaVu Sans', sans-serif; margin: 0 } p { margin: 0 0 8pt }
</style><p>افتتحت البلدية 3 مكتبات جديدة في المدينة.</p><p>وقالت المديرة ليلى منصور إن الدخول مجاني.</p></html>"""

WORD = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>School roof repaired</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The roof of the school in Hallin was </w:t></w:r><w:del w:id="1" w:author="Editor"><w:r><w:delText xml:space="preserve">probably </w:delText></w:r></w:del><w:r><w:t xml:space="preserve">repaired in time, the council </w:t></w:r><w:ins w:id="2" w:author="Editor"><w:r><w:t>confirmed on Friday</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del w:id="4" w:author="Editor"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">“The children are dry,” said head </w:t></w:r></w:p>
<w:p><w:r><w:t>teacher Jonna Birk.</w:t></w:r></w:p>
</w:body></w:document>"""

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""

RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""

OPEN = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Editor</dc:creator><dc:date>2026-01-14T10:00:00</dc:date></office:change-info><text:p> angeblich</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Fähre fährt wieder</text:h>
<text:p>Die Fähre über den Sund fährt<text:change text:change-id="c1"/> wieder, sagte <text:span>Kapitän Ole Wirth</text:span>.</text:p>
<text:p>„Wir haben lange gewartet“, so Wirth.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Telefonisch.</text:p></text:note-body></text:note></text:p>
</office:text></office:body></office:document-content>"""


def archive(name, files):
    with zipfile.ZipFile(HERE / name, "w") as packed:
        for path, content in files:
            entry = zipfile.ZipInfo(path, (2026, 1, 14, 0, 0, 0))
            first = path == "mimetype"
            entry.compress_type = zipfile.ZIP_STORED if first else zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)


def print_page(browser, name, page):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
             "--no-pdf-header-footer", f"--print-to-pdf={HERE / name}", source.as_uri()],
            check=True, capture_output=True, timeout=120,
        )


def scanned():
    """One page that shows a grey square and no text."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length 28 >>\nstream\n0.5 g 20 20 160 160 re f    \nendstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table
    (HERE / "scanned.pdf").write_bytes(out)


for (name, encoding), text in TEXTS.items():
    (HERE / name).write_bytes(text.encode(encoding))
archive("tracked.docx", [("[Content_Types].xml", CONTENT_TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", WORD)])
archive("tracked.odt", [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", OPEN)])
scanned()
if len(sys.argv) > 1:
    print_page(sys.argv[1], "two-columns.pdf", COLUMNS)
    print_page(sys.argv[1], "cyrillic.pdf", CYRILLIC)
    print_page(sys.argv[1], "arabic.pdf", ARABIC)
