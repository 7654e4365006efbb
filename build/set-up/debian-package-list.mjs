/**
 * The Debian packages that are needed, and what for. Several names are one library under the names it has in
 * different releases: `t64` came with Debian 13 and Ubuntu 24.04, when time became 64 bits wide.
 * @type {readonly { names: readonly [string, ...string[]], reason: string }[]}
 */
export const DEBIAN_PACKAGES = [
  {
    names: ['libgtk-3-0', 'libgtk-3-0t64'],
    reason: "Electron's window, with Cairo, Pango and X11 behind it",
  },
  { names: ['libnss3'], reason: "Electron's certificates" },
  { names: ['libasound2', 'libasound2t64'], reason: "Electron's sound" },
  { names: ['libgbm1'], reason: "Electron's graphics buffers" },
  { names: ['libdrm2'], reason: "Electron's graphics device" },
  { names: ['libxss1'], reason: "Electron's look at the screen saver" },
  { names: ['libxtst6'], reason: "Electron's input events" },
  { names: ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'], reason: "Electron's way to screen readers" },
  { names: ['libcups2', 'libcups2t64'], reason: 'Electron is linked against it' },
  { names: ['libsecret-1-0'], reason: 'keytar: the keyring' },
  { names: ['libusb-1.0-0'], reason: 'node-hid: readers on USB' },
  { names: ['python3'], reason: 'node-gyp, which builds keytar' },
  { names: ['make'], reason: 'node-gyp' },
  { names: ['g++'], reason: 'node-gyp' },
  { names: ['pkg-config', 'pkgconf'], reason: 'keytar finds libsecret with it' },
  { names: ['libsecret-1-dev'], reason: 'keytar is built against it' },
  { names: ['xvfb'], reason: 'a screen for tests and for machines without one' },
  { names: ['xdotool'], reason: 'tests press keys and move the mouse with it, as a person would' },
  { names: ['dbus-x11'], reason: "the sandbox's message bus (dbus-daemon, dbus-run-session)" },
  { names: ['gnome-keyring'], reason: "the sandbox's keyring" },
  { names: ['cups-ipp-utils'], reason: "the sandbox's printer (ippeveprinter)" },
  { names: ['cups-daemon'], reason: "the sandbox's print queue (cupsd)" },
  { names: ['cups-client'], reason: 'makes that queue (lpadmin), pauses and resumes it' },
  { names: ['cups-filters'], reason: 'what that queue does with a PDF' },
  { names: ['sane-utils'], reason: 'scanimage: scanners; its test backend is the one of the tests' },
  { names: ['socat'], reason: "the sandbox's serial line to a payment terminal" },
  { names: ['openssl'], reason: "the certificate of the sandbox's payment terminal" },
  { names: ['poppler-utils'], reason: 'tests read the PDFs with it (pdftotext, pdftoppm)' },
  { names: ['qpdf'], reason: 'tests check the structure of the PDFs with it' },
];
