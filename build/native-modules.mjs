/**
 * The dependencies that carry machine code: they cannot be bundled, and must load in Electron itself. All of them
 * speak Node-API, so one build serves the project's Node.js and every Electron.
 */
export const NATIVE_MODULES = ['better-sqlite3', 'keytar', 'node-hid', 'serialport'];

/**
 * Under the LGPL, and therefore a file of its own beside the bundle: whoever has the kiosk may put another build of the
 * library in its place.
 */
export const REPLACEABLE_LIBRARIES = ['libheif-js/libheif-wasm/libheif-bundle.mjs'];
