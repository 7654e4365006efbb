# Read by check.sh on the machine itself: not what was installed, but what holds at this moment.
# shellcheck shell=sh disable=SC2154

# holds SUBJECT SENTENCE COMMAND…: the command succeeds on a fit machine.
holds() {
  subject=$1 sentence=$2
  shift 2
  "$@" >/dev/null 2>&1 || missing "$subject" "$sentence"
}

# is VALUE COMMAND…: what the command prints is the value.
is() {
  value=$1
  shift
  [ "$("$@" 2>/dev/null)" = "$value" ]
}

has_no_password() { getent shadow ekidom-kiosk | cut -d: -f2 | grep -q '^[!*]'; }
may_act_as_root() { id -nG ekidom-kiosk | tr ' ' '\n' | grep -qxE 'sudo|adm|disk|docker|wheel'; }
loaded() { grep -q "^$1 " /proc/modules; }
not() { ! "$@"; }

if [ "$(id -u)" -ne 0 ]; then missing 'root' 'some of it can be seen by root only: run this with sudo.'; fi

holds 'the program' 'install the package ekidom-kiosk.' test -x /opt/ekidom-kiosk/ekidom-kiosk
holds 'the program' 'its files were changed since they were installed: install the package again.' \
  is '' dpkg --verify ekidom-kiosk
if id ekidom-kiosk >/dev/null 2>&1; then
  holds 'the user ekidom-kiosk' 'it has a password: passwd --lock ekidom-kiosk.' \
    has_no_password
  holds 'the user ekidom-kiosk' 'it may act as root: take it out of the groups sudo, adm, disk and docker.' \
    not may_act_as_root
  holds '/var/lib/ekidom-kiosk' 'others can look into it: chmod 700 it.' is 700 stat -c %a /var/lib/ekidom-kiosk
else
  missing 'the user ekidom-kiosk' 'run install.sh.'
fi

configuration=$(sed -n 's/^KIOSK_CONFIG_FILE=//p' /etc/ekidom-kiosk/environment 2>/dev/null)
holds "${configuration:-the configuration}" 'copy one of /opt/ekidom-kiosk/resources/kiosk-config there.' \
  test -r "$configuration"
holds '/etc/ekidom-kiosk/keyring-password.cred' 'run install.sh.' test -s /etc/ekidom-kiosk/keyring-password.cred

case $display in
  wayland) programs='cage Xwayland' ;;
  x11) programs='xinit Xorg xauth' ;;
esac
for program in $programs dbus-run-session gnome-keyring-daemon; do
  holds "$program" 'install the Debian package that has it.' command -v "$program"
done

holds 'ekidom-kiosk.service' 'it is not running: systemctl status ekidom-kiosk.' \
  systemctl --quiet is-active ekidom-kiosk.service
holds 'ekidom-kiosk-watchdog.timer' 'it is not running: systemctl start it.' \
  systemctl --quiet is-active ekidom-kiosk-watchdog.timer
for unit in $(systemctl list-units --plain --no-legend --state=active 'getty@*' 'serial-getty@*' 2>/dev/null | cut -d' ' -f1); do
  missing "$unit" 'it offers a sign-in: restart the machine.'
done

holds 'kernel.sysrq' 'the magic keys work: restart the machine.' is 0 cat /proc/sys/kernel/sysrq
holds 'kernel.yama.ptrace_scope' 'programs can look into each other: restart the machine.' \
  is 2 cat /proc/sys/kernel/yama/ptrace_scope
holds 'kernel.core_pattern' 'crashes are kept: restart the machine.' is '|/bin/false' cat /proc/sys/kernel/core_pattern
for module in btusb firewire_ohci thunderbolt; do
  holds "$module" 'this kernel module is loaded: restart the machine.' not loaded "$module"
done
case " $features " in
  *' usb-keys '*) ;;
  *)
    for module in usb_storage uas; do
      holds "$module" 'USB storage is loaded: restart the machine.' not loaded "$module"
    done
    ;;
esac
clear_swap() { swapon --noheadings --show=NAME | grep -qvE '^/dev/(zram|mapper/|dm-)'; }
holds 'the swap' 'what is in memory may reach the disk: encrypt it, or swapoff and remove it.' not clear_swap
