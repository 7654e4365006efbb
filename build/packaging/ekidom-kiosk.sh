#!/bin/sh
# The kiosk as a command, `ekidom-kiosk --doctor` among others. Chromium would only crash for root.
if [ "$(id -u)" -eq 0 ]; then
  echo 'The kiosk does not run as root, but as its own user: runuser -u ekidom-kiosk -- ekidom-kiosk' >&2
  exit 64
fi
exec /opt/ekidom-kiosk/ekidom-kiosk "$@"
