#!/bin/sh
# À l’ouverture d’une session LXQt : l’image de pancarte sur le bureau. / When an LXQt session opens.
set -eu
picture=/usr/share/backgrounds/pancarte/desktop.png
[ -f "$picture" ] || exit 0
command -v pcmanfm-qt > /dev/null || exit 0
# the desktop must be there first
sleep 5
pcmanfm-qt --profile=lxqt --set-wallpaper="$picture" --wallpaper-mode=fit
