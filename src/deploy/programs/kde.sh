#!/bin/sh
# À l’ouverture d’une session Plasma : l’image de pancarte sur chaque écran. / When a Plasma session opens.
set -eu
picture=/usr/share/backgrounds/pancarte/desktop.png
[ -f "$picture" ] || exit 0
command -v plasma-apply-wallpaperimage > /dev/null || exit 0

# The desktop answers once it is there.
tries=0
while [ "$tries" -lt 15 ]; do
  if plasma-apply-wallpaperimage "$picture" > /dev/null 2>&1; then exit 0; fi
  tries=$((tries + 1))
  sleep 2
done
