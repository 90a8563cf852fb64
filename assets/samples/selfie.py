"""The selfie that goes with the passport."""

from PIL import Image, ImageDraw, ImageFilter

from figure import portrait
from passport import font

WIDTH, HEIGHT = 900, 1200


def selfie():
    image = portrait(room(), zoom=0.9, smile=True)
    stamp(image)
    return image


def room():
    """A wall with a window and a picture, out of focus."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "#e9e2d6")
    draw = ImageDraw.Draw(image)
    draw.rectangle([560, 0, WIDTH, 560], fill="#c9ddec")
    bars = [560, 300, WIDTH, 330], [720, 0, 744, 560], [540, 0, 566, 586], [540, 556, WIDTH, 586]
    for bar in bars:
        draw.rectangle(bar, fill="#f7f4ee")
    draw.rectangle([70, 150, 290, 430], fill="#f7f4ee")
    draw.rectangle([92, 172, 268, 408], fill="#c7cde8")
    draw.ellipse([140, 220, 220, 300], fill="#8e98d0")
    draw.rectangle([0, 960, WIDTH, HEIGHT], fill="#d3c6b5")
    return image.filter(ImageFilter.GaussianBlur(10))


def stamp(image):
    draw = ImageDraw.Draw(image, "RGBA")
    draw.rounded_rectangle([28, HEIGHT - 84, 250, HEIGHT - 28], radius=28, fill=(0, 0, 0, 120))
    bold = font("Inter-SemiBold", 27)
    draw.text((139, HEIGHT - 56), "SPECIMEN", font=bold, fill="white", anchor="mm")
