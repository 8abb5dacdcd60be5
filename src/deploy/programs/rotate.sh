#!/bin/sh
# Met à sa place l’image du jour. / Puts the picture of the day in its place.
#
#   sh rotate.sh [--root DIR] [--day YYYY-MM-DD] [--print]
set -eu
umask 022
LC_ALL=C
export LC_ALL

root='' day=$(date +%Y-%m-%d) print=''
while [ $# -gt 0 ]; do
  case $1 in
    --root)
      root=${2%/}
      shift 2
      ;;
    --day)
      day=$2
      shift 2
      ;;
    --print)
      print=1
      shift
      ;;
    *) exit 2 ;;
  esac
done

folder=$root/usr/share/backgrounds/pancarte
every='' from='' pictures=0
while read -r name value; do
  case $name in
    every) every=$value ;;
    from) from=$value ;;
    pictures) pictures=$value ;;
  esac
done < "$folder/rotation.txt"
[ "$pictures" -gt 0 ] || exit 0

# numbers DAY: sets y, m and d; a leading zero would make a number octal.
numbers() {
  y=${1%%-*} m=${1#*-} d=${1##*-}
  m=${m%-*}
  m=${m#0} d=${d#0}
}

# ordinal DAY: days since a day of the past, in the Gregorian calendar; a year starts in March, so that February ends it.
ordinal() {
  numbers "$1"
  a=$(((14 - m) / 12))
  y=$((y + 4800 - a)) m=$((m + 12 * a - 3))
  printf '%s\n' $((d + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045))
}

# months DAY: months since a month of the past.
months() {
  numbers "$1"
  printf '%s\n' $((y * 12 + m))
}

# The remainder is never negative: a day before the first one counts backwards.
case $every in
  weekly)
    days=$(($(ordinal "$day") - $(ordinal "$from")))
    turn=$(((days - (days % 7 + 7) % 7) / 7))
    ;;
  monthly) turn=$(($(months "$day") - $(months "$from"))) ;;
  *) exit 2 ;;
esac
number=$((turn % pictures))
[ "$number" -ge 0 ] || number=$((number + pictures))
name=$(printf '%02d.png' $((number + 1)))

if [ -n "$print" ]; then
  printf '%s\n' "$name"
  exit 0
fi
if ! cmp -s "$folder/set/$name" "$folder/desktop.png"; then
  cp "$folder/set/$name" "$folder/desktop.png.pancarte-new"
  chmod 644 "$folder/desktop.png.pancarte-new"
  mv -f "$folder/desktop.png.pancarte-new" "$folder/desktop.png"
fi
