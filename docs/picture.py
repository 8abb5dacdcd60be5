"""Makes the picture of the README from a build; needs Pillow and poppler.

Usage: python docs/picture.py output docs/picture.png
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

root, target = Path(sys.argv[1]), Path(sys.argv[2])
GROUND, WIDTH, GAP = (226, 226, 222), 1200, 20


def page(pdf, number):
    with tempfile.TemporaryDirectory() as folder:
        pages = ["-f", str(number), "-l", str(number), "-singlefile"]
        command = ["pdftoppm", "-r", "150", *pages, "-png", root / pdf, f"{folder}/page"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return Image.open(f"{folder}/page.png").convert("RGB")


def png(path):
    return Image.open(root / path).convert("RGB")


rows = [
    [png("espace-numerique-du-port/fr/poster-checklist-a4.png"),
     png("guichet-du-marche/fr/poster-tip-a3-codes-secrets.png"),
     png("mediatheque-des-tanneurs/ar/poster-checklist-a4.png")],
    [png("mediatheque-des-tanneurs/fr/wallpaper-1920x1080-dark.png"),
     page("salle-d-attente-des-lilas/fr/booklet.pdf", 5),
     page("salle-de-formation-atelier/fr/easy-read.pdf", 2)],
]
laid, y = [], GAP
for row in rows:
    ratios = [image.width / image.height for image in row]
    height = round((WIDTH - GAP * (len(row) + 1)) / sum(ratios))
    x = GAP
    for image, ratio in zip(row, ratios):
        width = round(height * ratio)
        laid.append((image.resize((width, height), Image.LANCZOS), x, y))
        x += width + GAP
    y += height + GAP
sheet = Image.new("RGB", (WIDTH, y), GROUND)
for image, x, top in laid:
    sheet.paste(image, (x, top))
sheet.quantize(colors=192, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(target, optimize=True)
print(sheet.size, target.stat().st_size, 'bytes')
