"""A utility bill as a PDF of one page, written by hand (ISO 32000-1) with its standard fonts."""

import zlib

# A4 in points of 1/72 inch, origin at the lower left.
WIDTH, HEIGHT = 595, 842
LEFT, RIGHT = 56, 539

INK, GREY, FAINT = (0.11, 0.14, 0.20), (0.38, 0.42, 0.50), (0.87, 0.90, 0.94)
WATER, PALE = (0.05, 0.43, 0.62), (0.90, 0.96, 0.98)

# Helvetica's widths of the digits, point, space and EUR in 1/1000 of the size: right alignment
# needs them, and only figures are aligned right.
WIDTHS = {".": 278, ",": 278, " ": 278, "E": 667, "U": 722, "R": 722, "m": 833, "/": 278}
WIDTHS |= {digit: 556 for digit in "0123456789"}

LINES = [
    ("Water supply", "31.4 m\xb3", "1.84", "57.78"),
    ("Waste water", "31.4 m\xb3", "2.10", "65.94"),
    ("Standing charge, July to September", "92 days", "0.15", "13.80"),
]
TOTAL = "137.52"
USE = [("Q4 2025", 28.9), ("Q1 2026", 27.2), ("Q2 2026", 33.8), ("Q3 2026", 31.4)]


def bill_pdf():
    page = Page()
    draw_head(page)
    draw_parties(page)
    draw_charges(page)
    draw_use(page)
    draw_foot(page)
    return document(page.content())


class Page:
    """A content stream in the making."""

    def __init__(self):
        self.operators = []

    def put(self, *parts):
        self.operators.append(" ".join(str(part) for part in parts))

    def rectangle(self, x, y, width, height, colour):
        self.put(*colour, "rg", x, y, width, height, "re f")

    def line(self, y, colour=FAINT, left=LEFT):
        self.rectangle(left, y, RIGHT - left, 0.8, colour)

    def text(self, x, y, text, size=10, bold=False, colour=INK):
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        name = "/Bold" if bold else "/Plain"
        self.put("BT", *colour, "rg", name, size, "Tf", x, y, f"Td ({escaped}) Tj ET")

    def figures(self, right, y, text, size=10, bold=False, colour=INK):
        """Text of digits that ends at `right`. Bold digits are as wide as plain ones."""
        width = sum(WIDTHS[char] for char in text) * size / 1000
        self.text(round(right - width, 2), y, text, size, bold, colour)

    def content(self):
        # The fonts' WinAnsiEncoding is Windows-1252.
        return "\n".join(self.operators).encode("cp1252")


def draw_head(page):
    page.rectangle(0, 742, WIDTH, 100, WATER)
    # A drop: two Bézier curves to a point and a bow below.
    page.put("1 1 1 rg 76 816 m 76 816 58 792 58 780 c 58 770 66 762 76 762 c")
    page.put("86 762 94 770 94 780 c 94 792 76 816 76 816 c f")
    page.text(108, 788, "Example Water", 24, bold=True, colour=(1, 1, 1))
    page.text(108, 770, "Clear water for Zenith and around", 10, colour=(0.85, 0.95, 1))
    page.text(444, 782, "Water bill", 20, colour=(1, 1, 1))
    page.text(LEFT, 722, "SPECIMEN - a fictional bill for trying out software", 8, colour=GREY)


def draw_parties(page):
    page.text(LEFT, 682, "Ada Example", 12, bold=True)
    page.text(LEFT, 666, "12 Sample Street")
    page.text(LEFT, 652, "1000 Zenith")
    page.text(LEFT, 638, "Utopia")
    rows = [
        ("Account number", "4820 1930 07"),
        ("Bill number", "2026-Q3-118204"),
        ("Date of issue", "1 October 2026"),
        ("Period", "1 July to 30 September 2026"),
        ("Supply address", "12 Sample Street, 1000 Zenith"),
    ]
    for row, (label, value) in enumerate(rows):
        y = 682 - 16 * row
        page.text(310, y, label, 9, colour=GREY)
        page.text(398, y, value, 9.5)


def draw_charges(page):
    page.text(LEFT, 570, "Your charges", 14, bold=True)
    heads = ((LEFT, "Service"), (318, "Quantity"), (402, "Rate (EUR)"), (484, "Amount (EUR)"))
    for x, label in heads:
        page.text(x, 546, label, 8.5, colour=GREY)
    page.line(538)
    for row, (service, quantity, rate, amount) in enumerate(LINES):
        y = 520 - 24 * row
        page.text(LEFT, y, service)
        page.text(318, y, quantity)
        page.figures(446, y, rate)
        page.figures(RIGHT, y, amount)
        page.line(y - 9)
    page.rectangle(LEFT, 410, RIGHT - LEFT, 40, PALE)
    page.text(LEFT + 12, 425, "To pay by 31 October 2026", 11, bold=True)
    page.figures(RIGHT - 12, 424, f"EUR {TOTAL}", 14, bold=True, colour=WATER)


def draw_use(page):
    page.text(LEFT, 366, "Your use", 14, bold=True)
    page.text(LEFT, 348, "Cubic metres in each of the last four quarters", 9, colour=GREY)
    for column, (quarter, use) in enumerate(USE):
        x, height = LEFT + 16 + 127 * column, use * 2.6
        latest = column == len(USE) - 1
        page.rectangle(x, 232, 70, round(height, 1), WATER if latest else (0.66, 0.83, 0.90))
        page.text(x + 23, round(240 + height, 1), f"{use}", 10, bold=latest)
        page.text(x + 17, 216, quarter, 9, colour=GREY)
    page.line(230, GREY)
    page.text(LEFT, 184, "Meter reading 30 September 2026: 1,482.6 m\xb3 (read by us)", 9)
    page.text(LEFT, 170, "Meter reading 30 June 2026: 1,451.2 m\xb3 (read by us)", 9)


def draw_foot(page):
    page.line(112)
    page.text(LEFT, 94, "Questions? help@water.example or www.water.example", 9)
    page.text(LEFT, 80, "Example Water, 1 Reservoir Road, 1000 Zenith, Utopia", 9, colour=GREY)
    page.text(494, 80, "Page 1 of 1", 9, colour=GREY)


def document(content):
    stream = zlib.compress(content, 9)
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    resources = "<< /Font << /Plain 4 0 R /Bold 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]"
        f" /Resources {resources} /Contents 6 0 R >>".encode(),
        font.format("Helvetica").encode(),
        font.format("Helvetica-Bold").encode(),
        f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode() + stream
        + b"\nendstream",
        b"<< /Title (Water bill, specimen) /Author (Example Water)"
        b" /CreationDate (D:20261001090000Z) >>",
    ]
    return assemble(objects)


def assemble(objects):
    """Header, numbered objects, cross-reference table and trailer (ISO 32000-1, section 7.5)."""
    # The comment's bytes above 127 tell programs that the file is binary.
    file = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        file += b"%010d 00000 n \n" % offset
    info = len(objects)
    file += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, info)
    file += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(file)
