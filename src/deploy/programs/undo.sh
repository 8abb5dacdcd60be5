#!/bin/sh
# Remet ce poste comme il était avant install.sh. / Puts this machine back as it was before install.sh.
#
#   sh undo.sh [--root DIR]
set -eu
umask 022
LC_ALL=C
export LC_ALL

root='' quiet=''

case ${LANG:-} in
  fr*) french=1 ;;
  *) french='' ;;
esac

# say FRENCH ENGLISH
say() {
  if [ -n "$french" ]; then printf '%s\n' "$1"; else printf '%s\n' "$2"; fi
}

fail() {
  say "pancarte : $1" "pancarte: $2" >&2
  exit 1
}

while [ $# -gt 0 ]; do
  case $1 in
    --root)
      [ $# -ge 2 ] || fail 'il manque une valeur après --root' 'a value is missing after --root'
      root=${2%/}
      shift 2
      ;;
    --quiet)
      quiet=1
      shift
      ;;
    *)
      say 'usage : sh undo.sh [--root DOSSIER]' 'usage: sh undo.sh [--root FOLDER]' >&2
      exit 2
      ;;
  esac
done

if [ -n "$root" ]; then
  [ -d "$root" ] || fail "le dossier $root n’existe pas" "there is no folder $root"
elif [ "$(id -u)" != 0 ]; then
  fail "lancez ce script avec les droits d’administration : sudo sh undo.sh" \
    'run this script as administrator: sudo sh undo.sh'
fi

state=$root/var/lib/pancarte
[ -d "$state" ] || fail "rien n’est installé sur ce poste" 'nothing is installed on this machine'

unit=pancarte-rotation.timer
if [ -z "$root" ] && [ -f "/etc/systemd/system/$unit" ] && command -v systemctl > /dev/null; then
  systemctl stop "$unit" || true
  # systemd keeps the day of the last run
  systemctl clean --what=state "$unit" || true
fi

# lines NAME: a list of the installation, the youngest line first.
lines() {
  [ ! -f "$state/$1" ] || awk '{ line[NR] = $0 } END { for (i = NR; i > 0; i--) print line[i] }' "$state/$1"
}

lines created.txt | while IFS= read -r path; do
  rm -f "$root/$path"
done
lines replaced.txt | while IFS= read -r path; do
  rm -f "$root/$path"
  cp -Pp "$state/files/$path" "$root/$path"
done
folders=$(lines folders.txt)
rm -rf "$state"
for folder in $folders; do
  rmdir "$root/$folder" 2> /dev/null || say "gardé, car il n’est pas vide : /$folder" "kept, for it is not empty: /$folder"
done

if [ -z "$root" ]; then
  if command -v dconf > /dev/null && [ -d /etc/dconf/db ]; then dconf update; fi
  if command -v systemctl > /dev/null; then systemctl daemon-reload || true; fi
fi

[ -n "$quiet" ] || say 'Tout est comme avant.' 'Everything is as it was.'
