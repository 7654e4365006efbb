#!/bin/sh
# Puts the lock below the app in place, or brings it up to date. Running it again changes nothing.
set -eu
# shellcheck source=build/operating-system/linux/parts.sh
. "$(dirname "$0")/parts.sh"

usage() {
  cat >&2 <<'END'
install.sh [--display wayland|x11] [--with usb-keys|nothing] [--remove] [--dry-run] [--root FOLDER]
  --display   wayland (cage) or x11. Without it: what was chosen before, or wayland.
  --with      a feature that opens something: usb-keys reads documents from USB sticks.
              Without it: what was chosen before, or nothing.
  --remove    opens the machine again: takes away all that was put in place.
  --dry-run   says what would change, and changes nothing.
  --root      another root than /: only files are put in place there.
END
  exit 2
}

display='' features='' root='' dry_run='' remove=''
while [ $# -gt 0 ]; do
  case $1 in
    --display | --with | --root)
      if [ -z "${2-}" ]; then usage; fi
      case $1 in
        --display) display=$2 ;;
        --with) features=$2 ;;
        --root) root=${2%/} ;;
      esac
      shift
      ;;
    --remove) remove=yes ;;
    --dry-run) dry_run=yes ;;
    *) usage ;;
  esac
  shift
done

before_display='' before_features=''
if [ -f "$root/$choices_file" ]; then read -r before_display before_features <"$root/$choices_file"; fi
display=${display:-${before_display:-wayland}}
features=${features:-$before_features}
case $display in wayland | x11) ;; *) usage ;; esac
case $features in
  '' | usb-keys) ;;
  nothing) features='' ;;
  *) usage ;;
esac
if [ -z "$root$dry_run" ] && [ "$(id -u)" -ne 0 ]; then
  echo 'This changes the system: run it as root, or with --dry-run.' >&2
  exit 2
fi

# shellcheck disable=SC2086 # The features are words.
parts=$(parts_of "$display" $features)
changes=0

# change SENTENCE COMMAND…
change() {
  changes=$((changes + 1))
  echo "$1"
  shift
  if [ -z "$dry_run" ]; then "$@"; fi
}

put_file() {
  mkdir -p "$(dirname "$root/$1")"
  install -m "$(mode_of "$2")" "$2" "$root/$1"
}

put_link() {
  mkdir -p "$(dirname "$root/$1")"
  # What a distribution put there as a file of its own is not thrown away.
  if [ -e "$root/$1" ] && [ ! -L "$root/$1" ]; then mv "$root/$1" "$root/$1.before-ekidom-kiosk"; fi
  ln -sfn "$2" "$root/$1"
}

put_choices() {
  mkdir -p "$(dirname "$root/$choices_file")"
  echo "$1" >"$root/$choices_file"
  chmod 644 "$root/$choices_file"
}

# shellcheck disable=SC2086 # The parts are words.
chosen=$(if [ -z "$remove" ]; then files_of $parts; fi)
# shellcheck disable=SC2086
for file in $(files_of $all_parts | uniq); do
  case "
$chosen
" in
    *"
$file
"*) ;;
    *) if [ -e "$root/$file" ]; then change "remove  /$file" rm -f "$root/$file"; fi ;;
  esac
done
for file in $chosen; do
  # shellcheck disable=SC2086
  source=$(source_of "$file" $parts)
  if ! cmp -s "$source" "$root/$file" || [ "$(stat -c %a "$root/$file")" != "$(mode_of "$source")" ]; then
    change "put     /$file" put_file "$file" "$source"
  fi
done

table=$(links)
while read -r link target; do
  if [ -n "$remove" ]; then
    if [ -L "$root/$units/$link" ]; then change "remove  /$units/$link" rm "$root/$units/$link"; fi
  elif [ "$(readlink "$root/$units/$link")" != "$target" ]; then
    change "link    /$units/$link -> $target" put_link "$units/$link" "$target"
  fi
done <<END
$table
END

choices="$display${features:+ $features}"
if [ -n "$remove" ]; then
  if [ -f "$root/$choices_file" ]; then change "remove  /$choices_file" rm "$root/$choices_file"; fi
elif [ "$(cat "$root/$choices_file" 2>/dev/null)" != "$choices" ]; then
  change "note    /$choices_file: $choices" put_choices "$choices"
fi

if [ -z "$root$remove" ]; then
  if ! id ekidom-kiosk >/dev/null 2>&1; then change 'make    the user ekidom-kiosk' systemd-sysusers; fi
  credential=/etc/ekidom-kiosk/keyring-password.cred
  make_credential() {
    # Only this machine can read it: its TPM seals it where there is one, else a key of the system.
    head -c 32 /dev/urandom | base64 -w 0 | systemd-creds encrypt --name=keyring-password - "$credential"
    chmod 600 "$credential"
  }
  if [ ! -s "$credential" ]; then change "make    $credential" make_credential; fi
  if [ -z "$dry_run" ] && [ "$changes" -gt 0 ]; then
    systemd-sysusers
    systemd-tmpfiles --create /etc/tmpfiles.d/ekidom-kiosk.conf
    systemctl daemon-reload
    sysctl --quiet --system || echo 'Not every kernel setting could be set at once.'
    udevadm control --reload
    # The kernel modules that are kept out must be kept out from the first moment of a start.
    if command -v update-initramfs >/dev/null; then update-initramfs -u; fi
    if command -v update-grub >/dev/null; then update-grub; fi
    echo 'A restart of the machine makes all of it hold.'
  fi
fi

if [ -n "$remove" ] && [ -z "$root$dry_run" ]; then
  systemctl daemon-reload
  echo 'The user, the data folder and the configuration stay. Restart the machine.'
fi

if [ "$changes" -eq 0 ]; then echo 'Everything is in place already.'; fi
