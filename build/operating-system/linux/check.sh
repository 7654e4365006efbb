#!/bin/sh
# Checks a machine against what install.sh puts in place, and prints what is missing, with the remedy.
# It ends with 0 when the machine is fit, with 1 when something is missing, with 2 when it was asked wrongly.
set -u
# shellcheck source=build/operating-system/linux/parts.sh
. "$(dirname "$0")/parts.sh"

root=''
case "$#${1-}" in
  0) ;;
  2--root) root=${2%/} ;;
  *) echo 'check.sh [--root FOLDER]' >&2 && exit 2 ;;
esac
if [ $# -eq 2 ] && [ ! -d "$2" ]; then
  echo "There is no folder '$2'." >&2
  exit 2
fi

missing=0
# missing SUBJECT SENTENCE
missing() {
  missing=$((missing + 1))
  echo "MISSING  $1: $2"
}

if [ ! -s "$root/$choices_file" ]; then
  missing "/$choices_file" 'the lock is not installed: run install.sh.'
  display=wayland features=''
else
  read -r display features <"$root/$choices_file"
fi
case $display in wayland | x11) ;; *)
  missing "/$choices_file" "there is no display called $display: run install.sh --display wayland."
  display=wayland
  ;;
esac
# shellcheck disable=SC2086 # The features are words.
parts=$(parts_of "$display" $features)

# shellcheck disable=SC2086
for file in $(files_of $parts); do
  # shellcheck disable=SC2086
  source=$(source_of "$file" $parts)
  if [ ! -f "$root/$file" ]; then
    missing "/$file" 'it is not there: run install.sh.'
  elif ! cmp -s "$source" "$root/$file"; then
    missing "/$file" 'it was changed: run install.sh.'
  elif [ "$(stat -c %a "$root/$file")" != "$(mode_of "$source")" ]; then
    missing "/$file" 'its rights were changed: run install.sh.'
  elif [ -z "$root" ] && [ "$(stat -c %U "$root/$file")" != root ]; then
    missing "/$file" 'it does not belong to root: chown root:root it.'
  fi
done
# shellcheck disable=SC2086
for file in $(files_of $all_parts | uniq); do
  # shellcheck disable=SC2086
  if [ -e "$root/$file" ] && [ -z "$(source_of "$file" $parts)" ]; then
    missing "/$file" 'it belongs to another choice and opens what this one closes: run install.sh.'
  fi
done

for unit in ekidom-kiosk.service ekidom-kiosk-watchdog.service ekidom-kiosk-watchdog.timer; do
  if [ -d "$root/$units/$unit.d" ]; then missing "/$units/$unit.d" 'it changes the unit: remove it.'; fi
done

table=$(links)
while read -r link target; do
  if [ "$(readlink "$root/$units/$link")" = "$target" ]; then continue; fi
  if [ "$target" = /dev/null ]; then
    missing "/$units/$link" 'the unit is not masked: run install.sh.'
  else
    missing "/$units/$link" "it does not lead to $target: run install.sh."
  fi
done <<END
$table
END

if [ -z "$root" ]; then
  # shellcheck source=build/operating-system/linux/check-running.sh
  . "$here/check-running.sh"
fi

if [ "$missing" -gt 0 ]; then
  echo "$missing missing: this machine is not fit for a hall."
  exit 1
fi
echo "Nothing is missing ($display${features:+ $features})."
