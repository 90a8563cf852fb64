#!/usr/bin/env python3
"""Makes the icons of every size and format from icon.svg.

Needs `rsvg-convert` (Debian: librsvg2-bin) and Pillow. The results are committed: run this only
after icon.svg has changed.
"""

import io
import subprocess
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
PNGS = {f"{size}x{size}.png": size for size in (16, 24, 32, 48, 64, 128)} | {"128x128@2x.png": 256, "icon.png": 512}
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def main():
    for name, size in PNGS.items():
        render(size).save(HERE / name, optimize=True)
    # An ICO takes only the sizes that it is told; an ICNS has a fixed set of them.
    save_container("icon.ico", ICO_SIZES, {"sizes": [(size, size) for size in ICO_SIZES]})
    save_container("icon.icns", ICNS_SIZES, {})


def render(size):
    """The icon at one size, each drawn from the vectors and not scaled from another."""
    command = ["rsvg-convert", "--width", str(size), "--height", str(size), HERE / "icon.svg"]
    png = subprocess.run(command, check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(png)).convert("RGBA")


def save_container(name, sizes, options):
    *smaller, largest = [render(size) for size in sizes]
    largest.save(HERE / name, append_images=smaller, **options)


if __name__ == "__main__":
    main()
