/**
 * The dependencies that carry machine code: they cannot be bundled, and must load in Electron itself. All of them
 * speak Node-API, so one build serves the project's Node.js and every Electron.
 */
export const NATIVE_MODULES = ['better-sqlite3', 'keytar', 'node-hid', 'serialport'];
