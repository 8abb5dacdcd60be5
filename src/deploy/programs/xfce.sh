#!/bin/sh
# À l’ouverture d’une session XFCE : l’image de pancarte sur chaque écran. / When an XFCE session opens.
set -eu
picture=/usr/share/backgrounds/pancarte/desktop.png
[ -f "$picture" ] || exit 0

# Screens that this person has used, whatever they are called.
xfconf-query -c xfce4-desktop -l | grep -E '/(last-image|image-path)$' | while IFS= read -r property; do
  xfconf-query -c xfce4-desktop -n -t string -p "$property" -s "$picture" || true
  xfconf-query -c xfce4-desktop -n -t int -p "${property%/*}/image-style" -s 5 || true
done || true

# Screens that are there now.
command -v xrandr > /dev/null || exit 0
xrandr --query 2> /dev/null | sed -n 's/^\([^ ]*\) connected.*/\1/p' | while IFS= read -r screen; do
  property=/backdrop/screen0/monitor$screen/workspace0
  xfconf-query -c xfce4-desktop -n -t string -p "$property/last-image" -s "$picture" || true
  xfconf-query -c xfce4-desktop -n -t int -p "$property/image-style" -s 5 || true
done
