#!/bin/sh
# Copies the picture of a group to the place that pancarte.mobileconfig names. This file is the same in every pack.
#   sudo sh install.sh GROUP [LANGUAGE] [NUMBER]
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
place=${PANCARTE_ROOT:-}/Library/Application\ Support/pancarte
group=${1:-}
language=${2:-}
number=${3:-01}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# The first picture in the list that has this group, this language and this number.
chosen() {
  while read -r hash name of lang turn; do
    if [ "$of" = "$group" ] && { [ -z "$language" ] || [ "$lang" = "$language" ]; } && [ "$turn" = "$number" ]; then
      printf '%s %s\n' "$hash" "$name"
      return
    fi
  done < "$here/pictures.txt"
}

sum() {
  if command -v shasum > /dev/null; then shasum -a 256 "$1"; else sha256sum "$1"; fi | cut -d' ' -f1
}

picture=$(chosen)
if [ -z "$picture" ]; then
  printf '%s\n' 'Usage : sudo sh install.sh GROUPE [LANGUE] [NUMÉRO] / sudo sh install.sh GROUP [LANGUAGE] [NUMBER]' >&2
  cut -d' ' -f3- "$here/pictures.txt" >&2
  exit 1
fi
hash=${picture%% *}
name=${picture#* }
[ "$(sum "$here/../$name")" = "$hash" ] || fail "Image abîmée, copiez de nouveau le dossier / Damaged picture, copy the folder again: $name"
mkdir -p "$place"
cp "$here/../$name" "$place/wallpaper.png"
chmod 755 "$place"
chmod 644 "$place/wallpaper.png"
printf '%s\n' 'Image posée. Ouvrez maintenant pancarte.mobileconfig / Picture in place. Now open pancarte.mobileconfig'
