"""Draws Ada Example: one figure for her passport's photograph and for her selfie."""

import math

from PIL import Image, ImageDraw

SKIN, SKIN_SHADE = "#e8b796", "#d99f7c"
HAIR, HAIR_LIGHT = "#4a2f27", "#5f3e33"
COAT, COAT_SHADE, SHIRT = "#3f4a6b", "#353f5c", "#f4f1ea"
INK, LIPS = "#2f2723", "#b5605a"

# Drawn this many times larger and scaled down: Pillow's shapes have hard edges.
OVERSAMPLING = 4


def portrait(ground, zoom=1.0, smile=False):
    """The figure before a ground, as high as it at a zoom of 1 and standing on its lower edge."""
    width, height = ground.size
    image = ground.resize((width * OVERSAMPLING, height * OVERSAMPLING))
    # The figure is described on a field 500 high, x to both sides of its middle.
    unit = image.height / 500 * zoom
    pen = Pen(ImageDraw.Draw(image), image.width / 2, image.height * (1 - zoom), unit)
    draw_figure(pen, smile)
    return image.resize((width, height), Image.LANCZOS)


def vertical_gradient(size, top, bottom):
    ramp = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), ramp)


class Pen:
    """Shapes in the figure's own coordinates."""

    def __init__(self, draw, x, y, unit):
        self.draw, self.x, self.y, self.unit = draw, x, y, unit

    def at(self, x, y):
        return (self.x + x * self.unit, self.y + y * self.unit)

    def ellipse(self, x, y, rx, ry, fill):
        self.draw.ellipse([self.at(x - rx, y - ry), self.at(x + rx, y + ry)], fill=fill)

    def rounded(self, left, top, right, bottom, radius, fill):
        box = [self.at(left, top), self.at(right, bottom)]
        self.draw.rounded_rectangle(box, radius=radius * self.unit, fill=fill)

    def polygon(self, points, fill):
        self.draw.polygon([self.at(x, y) for x, y in points], fill=fill)

    def blob(self, points, fill):
        """A polygon with its corners cut and cut again (Chaikin), which leaves it smooth."""
        for _ in range(4):
            following = points[1:] + points[:1]
            points = [
                (a[0] * (1 - part) + b[0] * part, a[1] * (1 - part) + b[1] * part)
                for a, b in zip(points, following, strict=True)
                for part in (0.25, 0.75)
            ]
        self.polygon(points, fill)

    def arc(self, x, y, rx, ry, start, end, fill, width):
        """A stroke with round ends along an ellipse, angles clockwise from the right."""
        for degree in range(start * 2, end * 2 + 1):
            angle = math.radians(degree / 2)
            dot = (x + rx * math.cos(angle), y + ry * math.sin(angle))
            self.ellipse(*dot, width / 2, width / 2, fill)


def draw_figure(pen, smile):
    # Behind the head: the hair's mass, to the shoulders.
    pen.ellipse(0, 178, 112, 122, HAIR)
    pen.polygon([(-112, 178), (112, 178), (112, 290), (-112, 290)], HAIR)
    pen.rounded(-112, 220, 112, 345, 56, HAIR)
    # Shoulders, shirt and coat.
    pen.rounded(-172, 372, 172, 700, 108, COAT)
    pen.polygon([(-60, 368), (60, 368), (0, 496)], SHIRT)
    pen.rounded(-38, 268, 38, 390, 34, SKIN_SHADE)
    pen.ellipse(0, 384, 40, 26, SKIN_SHADE)
    for side in (-1, 1):
        lapel = [(54, 364), (88, 388), (80, 414), (92, 424), (0, 540), (0, 488)]
        pen.polygon([(side * x, y) for x, y in lapel], COAT_SHADE)
    # Face, ears, parting.
    pen.ellipse(-84, 226, 14, 22, SKIN_SHADE)
    pen.ellipse(84, 226, 14, 22, SKIN_SHADE)
    pen.ellipse(0, 210, 84, 108, SKIN)
    draw_hair(pen)
    draw_face(pen, smile)


def draw_hair(pen):
    """A parting on her left: a piece of fringe to each side of the forehead."""
    left = [(24, 84), (-60, 96), (-104, 150), (-100, 262)]
    left += [(-78, 214), (-58, 168), (18, 140), (26, 96)]
    right = [(18, 84), (70, 92), (106, 150), (100, 262)]
    right += [(80, 214), (60, 164), (22, 138), (16, 100)]
    pen.blob(left, HAIR)
    pen.blob(right, HAIR)
    pen.arc(-4, 172, 84, 84, 205, 265, HAIR_LIGHT, 5)
    pen.arc(4, 176, 92, 92, 290, 330, HAIR_LIGHT, 5)


def draw_face(pen, smile):
    for side in (-1, 1):
        pen.arc(side * 35, 200, 22, 14, 205, 335, HAIR, 6)
        pen.ellipse(side * 35, 220, 13, 8.5, "#ffffff")
        pen.ellipse(side * 35, 220, 7.6, 7.8, "#5b6f4f")
        pen.ellipse(side * 35, 220, 3.8, 3.8, INK)
        pen.arc(side * 35, 220, 14, 10, 190, 350, INK, 3)
        if smile:
            pen.ellipse(side * 52, 258, 15, 10, "#e5a88a")
    pen.arc(0, 244, 13, 12, 30, 150, SKIN_SHADE, 5)
    if smile:
        pen.arc(0, 268, 30, 22, 18, 162, LIPS, 7)
    else:
        pen.arc(0, 272, 26, 10, 20, 160, LIPS, 7)
