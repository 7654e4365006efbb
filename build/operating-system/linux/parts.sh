# Read by install.sh and check.sh: which file belongs where. Each part is a folder that mirrors the machine's root.
# shellcheck shell=sh disable=SC2034

here=$(cd "$(dirname "$0")" && pwd)
units=etc/systemd/system
# The choices of the last installation: the display, then the features, a word each.
choices_file=etc/ekidom-kiosk/installed-lock

all_parts='every-kiosk wayland x11 usb-storage-off usb-keys'

# parts_of DISPLAY FEATURES…: the parts that this choice is made of.
parts_of() {
  display=$1
  shift
  case " $* " in
    *' usb-keys '*) echo "every-kiosk $display usb-keys" ;;
    *) echo "every-kiosk $display usb-storage-off" ;;
  esac
}

# files_of PART…: their paths below the root, one a line.
files_of() {
  for part in "$@"; do (cd "$here/$part" && find . -type f | sed 's|^\./||'); done | sort
}

# source_of FILE PART…: the file that this path is copied from.
source_of() {
  wanted=$1
  shift
  for part in "$@"; do
    if [ -f "$here/$part/$wanted" ]; then echo "$here/$part/$wanted"; fi
  done
}

# mode_of SOURCE: programs may be run, everything else only read.
mode_of() {
  if [ -x "$1" ]; then echo 755; else echo 644; fi
}

# links: each link below the folder of units, then what it points at.
links() {
  cat "$here/enabled-units"
  while read -r unit; do echo "$unit /dev/null"; done <"$here/masked-units"
}
