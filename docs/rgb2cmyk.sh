#!/bin/sh
# Turns the colours of a press file into CMYK: rgb2cmyk.sh IN.pdf OUT.pdf [PROFILE.icc]
#
# PROFILE.icc is what the print shop gives. Without it: FOGRA39 (ISO 12647-2, coated offset paper), at most 300 % of ink.
# Neutral black becomes black ink alone. Tags and PDF/A are lost, and the file is not PDF/X.
# Debian packages: argyll icc-profiles-free ghostscript qpdf
set -eu
[ $# -ge 2 ] || { echo "usage: $0 IN.pdf OUT.pdf [PROFILE.icc]" >&2; exit 2; }

in=$(realpath "$1")
out=$(realpath -m "$2")
profile=${3:+$(realpath "$3")}
srgb=/usr/share/color/argyll/ref/sRGB.icm
measured=/usr/share/color/icc/FOGRA39L.ti3

# Profiles are kept: the first takes half a minute.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/pancarte-cmyk
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$cache"
cd "$cache"

if [ -n "$profile" ]; then
  name=$(sha256sum "$profile" | cut -c1-16)
  [ -s "$name.icc" ] || cp "$profile" "$name.icc"
else
  name=fogra39
  if [ ! -s $name.icc ]; then
    cp "$measured" "$work/$name.ti3"
    colprof -qm -nc -l300 -L95 -kp 0 .1 .95 .95 .6 -D 'FOGRA39 coated, ink 300 %' -O "$work/$name.icc" "$work/$name"
    mv "$work/$name.icc" $name.icc
  fi
fi
# One table from sRGB to these inks, in which equal parts of red, green and blue become black ink alone.
if [ ! -s "$name-link.icc" ]; then
  # it would warn of a mode that was not asked for
  collink -qm -s -f -ir "$srgb" "$name.icc" "$work/link.icc" 2> "$work/log" || { cat "$work/log" >&2; exit 1; }
  mv "$work/link.icc" "$name-link.icc"
fi
printf '%s\t%s\t1\t1\t0\n' Graphic_RGB "$cache/$name-link.icc" Text_RGB "$cache/$name-link.icc" > "$work/objects"

gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -o "$work/inks.pdf" \
  --permit-file-read="$cache/" --permit-file-read="$work/" -dCompatibilityLevel=1.6 -dAutoRotatePages=/None \
  -sColorConversionStrategy=CMYK -dOverrideICC=true -sSourceObjectICC="$work/objects" \
  -sVectorICCProfile="$cache/$name.icc" -sTextICCProfile="$cache/$name.icc" -sImageICCProfile="$cache/$name.icc" \
  -dVectorIntent=1 -dTextIntent=1 -dImageIntent=1 -dVectorBlackPt=1 -dTextBlackPt=1 -dImageBlackPt=1 \
  -dDownsampleColorImages=false -dDownsampleGrayImages=false -dDownsampleMonoImages=false \
  -dAutoFilterColorImages=false -dColorImageFilter=/FlateEncode \
  -dAutoFilterGrayImages=false -dGrayImageFilter=/FlateEncode "$in"

# Ghostscript leaves transparency to be mixed in RGB.
qpdf --qdf --object-streams=disable "$work/inks.pdf" "$work/plain.pdf"
LC_ALL=C sed 's|^\( *\)/CS /DeviceRGB$|\1/CS /DeviceCMYK|' "$work/plain.pdf" > "$work/mixed.pdf"
fix-qdf "$work/mixed.pdf" > "$work/fixed.pdf"
qpdf --object-streams=generate --compress-streams=y "$work/fixed.pdf" "$out"
