#!/bin/sh
# Removes the picture that install.sh copied. First remove the profile "pancarte" in System Settings.
#   sudo sh undo.sh
set -eu

place=${PANCARTE_ROOT:-}/Library/Application\ Support/pancarte
rm -f "$place/wallpaper.png"
[ ! -d "$place" ] || rmdir "$place"
printf '%s\n' 'Image retirée / Picture removed'
