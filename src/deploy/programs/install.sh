#!/bin/sh
# Installe les images et les réglages de pancarte sur ce poste. / Installs pancarte's pictures and settings on this machine.
#
#   sh install.sh [--group NAME] [--lang fr] [--root DIR]
#
# --root : prépare une image de disque montée dans DIR, sans rien lancer. / prepares a disk image mounted at DIR, runs nothing.
# Tout est noté dans /var/lib/pancarte ; undo.sh remet chaque fichier. / All is noted there; undo.sh puts every file back.
set -eu
umask 022
LC_ALL=C
export LC_ALL

here=$(cd "$(dirname "$0")" && pwd)
root='' group='' lang=''

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

usage() {
  say 'usage : sh install.sh [--group NOM] [--lang LANGUE] [--root DOSSIER]' \
    'usage: sh install.sh [--group NAME] [--lang LANGUAGE] [--root FOLDER]'
}

while [ $# -gt 0 ]; do
  case $1 in
    --group | --lang | --root)
      [ $# -ge 2 ] || fail "il manque une valeur après $1" "a value is missing after $1"
      case $1 in
        --group) group=$2 ;;
        --lang) lang=$2 ;;
        --root) root=${2%/} ;;
      esac
      shift 2
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
done

if [ -n "$root" ]; then
  [ -d "$root" ] || fail "le dossier $root n’existe pas" "there is no folder $root"
  root=$(cd "$root" && pwd)
elif [ "$(id -u)" != 0 ]; then
  fail "lancez ce script avec les droits d’administration : sudo sh install.sh" \
    'run this script as administrator: sudo sh install.sh'
fi

state=$root/var/lib/pancarte
pictures=$here/../pictures

list_groups() {
  while read -r id system languages _ _; do
    case $id in '#'*) continue ;; esac
    printf '  --group %s  (%s; --lang %s)\n' "$id" "$system" "$languages"
  done < "$here/groups.txt"
}

# The group that was named, or the only one.
choose_group() {
  found=0 first=''
  while read -r id system languages every from; do
    case $id in '#'*) continue ;; esac
    [ -z "$group" ] || [ "$group" = "$id" ] || continue
    found=$((found + 1))
    [ -n "$first" ] || first="$id $system $languages $every $from"
  done < "$here/groups.txt"
  if [ "$found" != 1 ]; then
    say 'Choisissez le groupe de ce poste :' 'Choose the group of this machine:' >&2
    list_groups >&2
    exit 2
  fi
  # shellcheck disable=SC2086 # words of groups.txt hold neither spaces nor patterns
  set -- $first
  group=$1 system=$2 languages=$3 every=$4 from=$5
}

choose_language() {
  [ -n "$lang" ] || lang=${languages%%,*}
  case ,$languages, in
    *,"$lang",*) ;;
    *) fail "pas d’image dans cette langue : $lang ($languages)" "no picture in this language: $lang ($languages)" ;;
  esac
}

# place NAME: where a picture stands, from the root.
place() {
  while read -r name path; do
    if [ "$name" = "$1" ]; then printf '%s\n' "$path"; fi
  done < "$here/places.txt"
}

check_pictures() {
  (cd "$pictures" && grep -F "  $group/$lang/" SHA256SUMS | sha256sum -c --status -) ||
    fail "une image du dossier n’est pas celle qui a été faite : recopiez tout le dossier" \
      'a picture of the folder is not the one that was made: copy the whole folder again'
}

# Folders that are missing are made and noted, the upper ones first.
make_folder() {
  [ ! -d "$root/$1" ] || return 0
  case $1 in */*) make_folder "${1%/*}" ;; esac
  printf '%s\n' "$1" >> "$state/folders.txt"
  mkdir "$root/$1"
  chmod 755 "$root/$1"
}

# Notes what stands at a path before it is changed for the first time.
note() {
  ! grep -qxF -- "$1" "$state/created.txt" "$state/replaced.txt" 2> /dev/null || return 0
  make_folder "${1%/*}"
  if [ -e "$root/$1" ] || [ -L "$root/$1" ]; then
    mkdir -p "$state/files/${1%/*}"
    cp -Pp "$root/$1" "$state/files/$1"
    printf '%s\n' "$1" >> "$state/replaced.txt"
  else
    printf '%s\n' "$1" >> "$state/created.txt"
  fi
}

# put FILE PATH MODE: a reader never sees half of it. Mode "same" is that of the file that stands there.
put() {
  note "$2"
  if [ "$3" = same ]; then
    cp -p "$root/$2" "$root/$2.pancarte-new"
    cat "$1" > "$root/$2.pancarte-new"
  else
    cp "$1" "$root/$2.pancarte-new"
    chmod "$3" "$root/$2.pancarte-new"
  fi
  mv -f "$root/$2.pancarte-new" "$root/$2"
}

# merge FILE PATH: the settings of FILE over those of an INI file that stands there; the rest of it stays.
merge() {
  awk '
    function name(line) { sub(/[ \t]*=.*/, "", line); sub(/\[\$[a-z]*\]$/, "", line); return line }
    function rest(of,   i) {
      for (i = 1; i <= count; i++) if (group[i] == of && !(i in done)) { print ours[i]; done[i] = 1 }
    }
    NR == FNR {
      if (/^\[/) { current = $0; if (!(current in known)) { known[current] = 1; heads[++last] = current } }
      else if (/=/) { count++; group[count] = current; ours[count] = $0; at[current, name($0)] = count }
      next
    }
    FNR == 1 { current = "" }
    /^\[/ { rest(current); current = $0; sub(/[ \t\r]+$/, "", current); seen[current] = 1; print; next }
    /^[^#;=]+=/ && ((current, name($0)) in at) {
      i = at[current, name($0)]
      if (!(i in done)) { print ours[i]; done[i] = 1 }
      next
    }
    { print }
    END {
      rest(current)
      for (i = 1; i <= last; i++) if (!(heads[i] in seen)) { print ""; print heads[i]; rest(heads[i]) }
    }
  ' "$1" "$root/$2" > "$state/merged"
  put "$state/merged" "$2" same
  rm -f "$state/merged"
}

# Whether the group has what a file is for.
is_for() {
  case $1 in
    desktop) [ -n "$desktop" ] ;;
    lock) [ -n "$lock" ] ;;
    rotation) [ "$every" != - ] ;;
    *) true ;;
  esac
}

install_settings() {
  while read -r systems when existing needs path; do
    case $systems in '#'*) continue ;; esac
    case ,$systems, in *,"$system",*) ;; *) continue ;; esac
    is_for "$when" || continue
    [ "$needs" = - ] || [ -d "$root/$needs" ] || continue
    mode=644
    case $path in *.sh) mode=755 ;; esac
    if [ -e "$root/$path" ] && [ "$existing" = keep ]; then
      say "laissé tel quel : /$path" "left as it is: /$path"
    elif [ -e "$root/$path" ] && [ "$existing" = merge ]; then
      merge "$here/$path" "$path"
    else
      put "$here/$path" "$path" "$mode"
    fi
    case $path in etc/dconf/db/*) dconf=1 ;; esac
  done < "$here/files.txt"
}

install_pictures() {
  from_folder=$pictures/$group/$lang
  if [ -f "$from_folder/desktop.png" ]; then
    desktop=$(place desktop)
    put "$from_folder/desktop.png" "$desktop" 644
  fi
  if [ -f "$from_folder/lock.png" ]; then
    lock=$(place lock)
    put "$from_folder/lock.png" "$lock" 644
  fi
  [ "$every" != - ] || return 0
  count=0
  for picture in "$from_folder"/set/*.png; do
    put "$picture" "${desktop%/*}/set/${picture##*/}" 644
    count=$((count + 1))
  done
  printf 'every %s\nfrom %s\npictures %s\n' "$every" "$from" "$count" > "$state/rotation.new"
  put "$state/rotation.new" "${desktop%/*}/rotation.txt" 644
  rm -f "$state/rotation.new"
  put "$here/calendars/$group/$lang.xml" "$(place calendar)" 644
}

# dconf reads our settings only where a profile names them; what the profile says already stays.
install_profile() {
  path=etc/dconf/profile/user
  new=$state/profile.new mode=644
  if [ -f "$root/$path" ]; then
    ! grep -qx 'system-db:pancarte' "$root/$path" || return 0
    old=$root/$path mode=same
  elif [ -f "$root/usr/share/dconf/profile/user" ]; then
    old=$root/usr/share/dconf/profile/user
  else
    printf 'user-db:user\n' > "$state/profile.old"
    old=$state/profile.old
  fi
  # after the first line, which is where people's own settings are written
  awk '
    { print }
    !done && !/^[ \t]*(#|$)/ { print "system-db:pancarte"; done = 1 }
    END { if (!done) print "user-db:user\nsystem-db:pancarte" }
  ' "$old" > "$new"
  put "$new" "$path" "$mode"
  rm -f "$new" "$state/profile.old"
}

run_tools() {
  if [ -n "$dconf" ] && [ -z "$root" ]; then
    if command -v dconf > /dev/null; then
      dconf update
    else
      say 'dconf manque : installez le paquet dconf-cli, puis relancez' 'dconf is missing: install the package dconf-cli, then run this again'
    fi
  fi
  [ "$every" != - ] || return 0
  sh "$root/usr/local/lib/pancarte/rotate.sh" --root "$root"
  [ -z "$root" ] || return 0
  if command -v systemctl > /dev/null; then
    systemctl daemon-reload
    systemctl enable --now pancarte-rotation.timer
  else
    say 'pas de systemd : lancez chaque jour /usr/local/lib/pancarte/rotate.sh' \
      'no systemd: run /usr/local/lib/pancarte/rotate.sh every day'
  fi
}

# The units are switched on by a link, also where nothing can be run.
enable_timer() {
  [ "$every" != - ] || return 0
  link=etc/systemd/system/timers.target.wants/pancarte-rotation.timer
  note "$link"
  ln -sf ../pancarte-rotation.timer "$root/$link"
}

choose_group
choose_language
check_pictures

# a second installation starts from what the first one found
if [ -d "$state" ]; then
  sh "$here/undo.sh" --quiet --root "${root:-/}"
fi
missing=''
for folder in var var/lib; do
  [ -d "$root/$folder" ] || missing="$missing $folder"
done
mkdir -p "$state"
for folder in $missing; do
  printf '%s\n' "$folder" >> "$state/folders.txt"
done
printf 'group %s\nlang %s\n' "$group" "$lang" > "$state/installed.txt"

desktop='' lock='' dconf=''
install_pictures
install_settings
if [ -n "$dconf" ]; then
  install_profile
  # dconf makes this file of the settings
  note etc/dconf/db/pancarte
fi
enable_timer
run_tools

say "Installé : groupe $group, langue $lang. Pour annuler : sh undo.sh" \
  "Installed: group $group, language $lang. To undo: sh undo.sh"
