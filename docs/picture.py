"""Makes docs/picture.png from a build: python picture.py OUTPUT docs/picture.png"""
import subprocess, sys, tempfile
from pathlib import Path
from PIL import Image, ImageFilter

root, target = Path(sys.argv[1]), sys.argv[2]
GROUND, WIDTH, GAP = (226, 226, 222), 1200, 20

def page(pdf, number):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "150", "-f", str(number), "-l", str(number), "-png", "-singlefile", root / pdf, f"{folder}/p"], check=True, stderr=subprocess.DEVNULL)
        return Image.open(f"{folder}/p.png").convert("RGB").copy()

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
    ratios = [i.width / i.height for i in row]
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
print(sheet.size, Path(target).stat().st_size)
