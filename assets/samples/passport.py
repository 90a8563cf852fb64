"""A passport's data page by the layout of ICAO Doc 9303, part 4 (TD3, 125 mm x 88 mm)."""

import math

from PIL import Image, ImageChops, ImageDraw, ImageFont

from figure import portrait, vertical_gradient

# 10 pixels to the millimetre.
WIDTH, HEIGHT = 1250, 880
INK, LABEL, ACCENT = "#1d2433", "#5a6480", "#3730a3"

MRZ_LINE_LEN = 44
NUMBER, BORN, SEX, EXPIRES = "UT4820193", "850412", "F", "310504"

FIELDS = [
    # label, value, x, y
    ("Type / Type", "P", 470, 150),
    ("Code / Code", "UTO", 620, 150),
    ("Passport No. / No de passeport", NUMBER, 800, 150),
    ("Surname / Nom", "EXAMPLE", 470, 226),
    ("Given names / Prénoms", "ADA", 470, 302),
    ("Nationality / Nationalité", "UTOPIAN", 470, 378),
    ("Date of birth / Date de naissance", "12 APR / AVR 1985", 470, 454),
    ("Sex / Sexe", "F", 800, 454),
    ("Place of birth / Lieu de naissance", "ZENITH", 900, 454),
    ("Date of issue / Date de délivrance", "04 MAY / MAI 2021", 470, 530),
    ("Authority / Autorité", "PASSPORT OFFICE", 800, 530),
    ("Date of expiry / Date d’expiration", "04 MAY / MAI 2031", 470, 606),
]


def passport_page():
    page = vertical_gradient((WIDTH, HEIGHT), "#eaf0fb", "#f8edf0")
    page = ImageChops.multiply(page, guilloche())
    draw = ImageDraw.Draw(page)
    draw_head(draw)
    page.paste(photograph(), (60, 150))
    draw = ImageDraw.Draw(page)
    for label, value, x, y in FIELDS:
        draw.text((x, y), label, font=font("Inter-Medium", 17), fill=LABEL)
        draw.text((x, y + 24), value, font=font("Inter-SemiBold", 32), fill=INK)
    page.paste("#27326b", (790, 588), signature())
    draw_mrz(draw)
    return overprint(page)


def mrz():
    """The two lines of the machine-readable zone (Doc 9303, part 4, section 4.2)."""
    first = "P<UTO" + "EXAMPLE<<ADA"
    number, born, expires = (field + check_digit(field) for field in (NUMBER, BORN, EXPIRES))
    optional = "<" * 14
    # The check digit of an empty optional field may be `<` or 0, what it computes to.
    personal = optional + check_digit(optional)
    overall = check_digit(number + born + expires + personal)
    second = number + "UTO" + born + SEX + expires + personal + overall
    return first.ljust(MRZ_LINE_LEN, "<"), second


def check_digit(field):
    """Doc 9303, part 3, section 4.9: weights 7, 3, 1; A is 10, Z is 35, `<` is 0."""
    values = (0 if char == "<" else int(char, 36) for char in field)
    return str(sum(value * (7, 3, 1)[i % 3] for i, value in enumerate(values)) % 10)


def font(name, size):
    file = f"{name}.otf" if name.startswith("Inter") else f"{name}.ttf"
    return ImageFont.truetype(file, size)


def guilloche():
    """Interwoven sine lines, as security printing has them, on white."""
    scale = 2
    image = Image.new("RGB", (WIDTH * scale, HEIGHT * scale), "white")
    draw = ImageDraw.Draw(image)
    for n in range(46):
        shade = "#d3daf3" if n % 2 else "#f0d7e2"
        line = [wave_point(x, n) for x in range(0, WIDTH + 8, 8)]
        draw.line([(x * scale, y * scale) for x, y in line], fill=shade, width=2, joint="curve")
    for n in range(28):
        turn = n * math.pi / 28
        ring = [rosette_point(step / 90 * math.tau, turn) for step in range(91)]
        draw.line([(x * scale, y * scale) for x, y in ring], fill="#cfd6f2", width=2, joint="curve")
    return image.resize((WIDTH, HEIGHT), Image.LANCZOS)


def wave_point(x, n):
    y = 20 * n - 20
    return x, y + 26 * math.sin(x / 95 + n * 0.55) + 9 * math.sin(x / 31 - n * 0.4)


def rosette_point(angle, turn):
    radius = 170 + 55 * math.cos(6 * angle + turn * 2)
    return 965 + radius * math.cos(angle + turn), 330 + radius * math.sin(angle + turn)


def draw_head(draw):
    draw.rectangle([0, 0, WIDTH, 108], fill=ACCENT)
    draw.text((60, 56), "UTOPIA", font=font("Inter-Bold", 54), fill="white", anchor="lm")
    names = "PASSPORT  ·  PASSEPORT"
    draw.text((470, 56), names, font=font("Inter-SemiBold", 34), fill="#c7d2fe", anchor="lm")
    draw_chip_mark(draw, WIDTH - 130, 30)


def draw_chip_mark(draw, x, y):
    """The sign of an electronic passport: a circle between two bars (Doc 9303, part 9)."""
    draw.rounded_rectangle([x, y, x + 76, y + 48], radius=4, outline="white", width=5)
    draw.line([(x, y + 24), (x + 76, y + 24)], fill="white", width=5)
    draw.ellipse([x + 24, y + 10, x + 52, y + 38], fill=ACCENT, outline="white", width=5)


def photograph():
    image = portrait(vertical_gradient((350, 450), "#eef1f5", "#dfe4ea"))
    ImageDraw.Draw(image).rectangle([0, 0, 349, 449], outline="#aab3c8", width=2)
    return image


def signature():
    """A hand's flourish: loops that lean forward and get smaller, and a stroke back below them."""
    scale = 4
    points = []
    for step in range(400):
        t = step / 399
        loop = 7.5 * math.tau * t**0.9
        height = (36 - 24 * t) * (1.25 if t < 0.1 else 1)
        y = 58 - height * math.sin(loop) - 10 * t
        points.append((30 + 190 * t + (14 - 5 * t) * math.cos(loop) + (58 - y) * 0.5, y))
    x, y = points[-1]
    back = (n / 40 for n in range(41))
    points += [(x + 70 * t - 250 * t * t, y + 70 * t - 40 * t * t) for t in back]
    mask = Image.new("L", (330 * scale, 130 * scale), 0)
    line = [(x * scale, y * scale) for x, y in points]
    ImageDraw.Draw(mask).line(line, fill=255, width=11, joint="curve")
    return mask.resize((330, 130), Image.LANCZOS)


def draw_mrz(draw):
    draw.rectangle([0, 716, WIDTH, HEIGHT], fill="#f6f6f3")
    mono = font("DejaVuSansMono", 43)
    # Spread to the zone's width, as its characters have a fixed pitch of 2.54 mm.
    for row, line in enumerate(mrz()):
        for column, char in enumerate(line):
            position = (74 + column * 25.4, 770 + row * 62)
            draw.text(position, char, font=mono, fill="#101010", anchor="mm")


def overprint(page):
    """SPECIMEN across the page, so that nobody takes it for a document."""
    layer = Image.new("RGBA", (WIDTH, 260), (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    colour = (200, 30, 60, 92)
    draw.text((WIDTH / 2, 130), "SPECIMEN", font=font("Inter-Bold", 190), fill=colour, anchor="mm")
    layer = layer.rotate(18, expand=True, resample=Image.BICUBIC)
    page.paste(layer, ((WIDTH - layer.width) // 2, (720 - layer.height) // 2 + 40), layer)
    return page
