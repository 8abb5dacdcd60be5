#!/usr/bin/env python3
"""check_cmyk.py FILE: fail if a PDF uses any RGB colour or lacks right press boxes."""
import sys
from pikepdf import Array, Dictionary, Name, Pdf, Stream, parse_content_stream

PLAIN = {"/DeviceGray", "/DeviceCMYK", "/CalGray", "/G", "/CMYK", "/Pattern"}
BASE_AT = {"/Indexed": 1, "/I": 1, "/Pattern": 1, "/Separation": 2, "/DeviceN": 2}
faults, seen = [], set()

def space(cs, res, where):
    """Fault cs, a colour space's name or array, unless it rests on grey or CMYK."""
    named = res.get("/ColorSpace", {}).get(str(cs)) if isinstance(cs, Name) else None
    kind = str(cs if isinstance(cs, Name) else cs[0])
    if named is not None and named != cs:
        space(named, res, f"{where} {cs}")
    elif kind in BASE_AT and isinstance(cs, Array):
        if len(cs) > BASE_AT[kind]:
            space(cs[BASE_AT[kind]], res, where)
    elif kind not in PLAIN and not (kind == "/ICCBased" and int(cs[1].N) != 3):
        faults.append(f"{where}: {kind}")

def content(obj, res, where):
    """Read one content stream's colour operators and inline images."""
    for operands, operator in parse_content_stream(obj):
        if str(operator) in ("rg", "RG"):
            faults.append(f"{where}: {' '.join(map(str, operands))} {operator}")
        elif str(operator) in ("cs", "CS"):
            space(operands[0], res, f"{where} {operator}")
        elif str(operator) == "INLINE IMAGE" and "/ColorSpace" in operands[0].obj:
            space(operands[0].obj.ColorSpace, res, f"{where} inline image")

def walk(obj, res, where):
    """Visit once all that can be drawn from obj: forms, images, patterns, shadings, fonts, masks."""
    if not isinstance(obj, (Array, Dictionary, Stream)) or (obj.is_indirect and obj.objgen in seen):
        return
    seen.add(obj.objgen if obj.is_indirect else None)
    if isinstance(obj, Array):
        return [walk(item, res, where) for item in obj]
    res = obj.get("/Resources", res)
    for key in ("/ColorSpace", "/CS"):  # an image's, a shading's, a transparency group's
        if isinstance(obj.get(key), (Name, Array)):
            space(obj[key], res, f"{where} {key}")
    if isinstance(obj, Stream) and (obj.get("/Subtype") == Name.Form or obj.get("/PatternType") == 1):
        content(obj, res, where)
    for glyph in obj.get("/CharProcs", {}).values():
        content(glyph, res, f"{where} Type 3 glyph")
    for key, value in obj.items():
        if key not in ("/Parent", "/P", "/Popup", "/Dest", "/A"):
            walk(value, res, f"{where} {key}")

pdf = Pdf.open(sys.argv[1])
for number, page in enumerate(pdf.pages, 1):
    bleed, trim = page.obj.get("/BleedBox"), page.obj.get("/TrimBox")
    for sign, m, b, t in zip((1, 1, -1, -1), page.mediabox, bleed or [0] * 4, trim or [0] * 4):
        if sign * float(b - m) < -0.02 or abs(sign * float(t - b) * 25.4 / 72 - 3) > 0.05:
            faults.append(f"page {number}: bad box side: media {m}, bleed {b}, trim {t}")
    content(page, page.resources, f"page {number}")
    walk(page.resources, page.resources, f"page {number}")
    walk(page.obj, page.resources, f"page {number}")
for intent in pdf.Root.get("/OutputIntents", []):
    if "/DestOutputProfile" in intent and int(intent.DestOutputProfile.N) != 4:
        faults.append(f"output intent {intent.S}: profile of {intent.DestOutputProfile.N} components")
print("\n".join(faults[:20]) or f"{sys.argv[1]}: {len(pdf.pages)} page(s), no RGB, boxes right")
sys.exit(1 if faults else 0)
