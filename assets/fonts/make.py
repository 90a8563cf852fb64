#!/usr/bin/env python3
"""Makes the fonts of PDFs from Noto Sans: fewer characters, no hints, and a box for what is missing.

Needs fontTools (PyPI, or Debian: python3-fonttools) and Noto Sans (Debian: fonts-noto-core). Takes the folder of
NotoSans-Regular.ttf and NotoSans-Bold.ttf. The results are committed: run this only to take other characters.
"""

import sys
from copy import deepcopy
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
DEFAULT_FOLDER = "/usr/share/fonts/truetype/noto"
WEIGHTS = ("Regular", "Bold")
BOX = 0x25A1  # WHITE SQUARE: drawn in place of what the font has no glyph for
CHARACTERS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1 Supplement, Latin Extended-A and -B
    (0x0259, 0x0259),  # schwa, as in Azerbaijani
    (0x02B9, 0x02BC),  # primes and apostrophes of transliterations
    (0x02C6, 0x02DD),  # accents that stand alone
    (0x0300, 0x036F),  # Combining Diacritical Marks
    (0x0370, 0x03FF),  # Greek and Coptic
    (0x0400, 0x045F),  # Cyrillic of today's Slavic languages
    (0x0490, 0x04FF),  # Cyrillic of Kazakh, Kyrgyz, Mongolian, Tajik, Tatar and others
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese, Welsh and others
    (0x2000, 0x206F),  # General Punctuation
    (0x2070, 0x208E),  # Superscripts and Subscripts
    (0x20A0, 0x20BF),  # Currency Symbols
    (0x2100, 0x2122),  # Letterlike Symbols
    (BOX, BOX),
    (0x25CC, 0x25CC),  # the dotted circle under a mark that stands alone
    (0xFB00, 0xFB04),  # ligatures
    (0xFFFD, 0xFFFD),  # REPLACEMENT CHARACTER
)


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else DEFAULT_FOLDER)
    for weight in WEIGHTS:
        name = f"NotoSans-{weight}.ttf"
        font = TTFont(folder / name, recalcTimestamp=False)  # the same bytes each time
        add_box(font)
        reduce(font)
        font.save(HERE / name)


def add_box(font):
    """A glyph of its own that looks like that of a missing character, which means in a PDF that something went wrong."""
    name = "uni25A1"
    font["glyf"][name] = deepcopy(font["glyf"][".notdef"])
    font["hmtx"][name] = font["hmtx"][".notdef"]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[BOX] = name


def reduce(font):
    options = Options()
    options.layout_features = ["ccmp", "kern", "locl", "mark", "mkmk"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in CHARACTERS for c in range(first, last + 1)])
    subsetter.subset(font)


if __name__ == "__main__":
    main()
