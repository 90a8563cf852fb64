#!/usr/bin/env python3
"""Makes the sample documents of this folder: a passport, a selfie and a utility bill.

Everything in them is fictional: Ada Example, Utopia (UTO, the code that ICAO Doc 9303 keeps for
specimens) and Example Water do not exist. Needs Pillow and the fonts Inter and DejaVu Sans Mono
(Debian: fonts-inter, fonts-dejavu-core). The results are committed: run this only to change them.
"""

from pathlib import Path

from bill import bill_pdf
from passport import passport_page
from selfie import selfie

HERE = Path(__file__).parent


def main():
    save_jpeg(passport_page(), "passport-photo-page.jpg")
    save_jpeg(selfie(), "passport-selfie.jpg")
    (HERE / "utility-bill.pdf").write_bytes(bill_pdf())


def save_jpeg(image, name):
    image.save(HERE / name, quality=86, optimize=True, progressive=True, dpi=(254, 254))


if __name__ == "__main__":
    main()
