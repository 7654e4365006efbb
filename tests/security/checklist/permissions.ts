/** What a page can ask of the machine it runs on. */
import type { Page } from 'playwright/test';

/** Names that `navigator.permissions.query` may know. */
const QUERIED = [
  'accelerometer',
  'background-fetch',
  'background-sync',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'keyboard-lock',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointer-lock',
  'screen-wake-lock',
  'window-management',
];

/** Each asks in earnest. Text, because TypeScript's library does not know all of them. */
const REQUESTS: Readonly<Record<string, string>> = {
  notification: 'Notification.requestPermission()',
  geolocation: `new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, ({ code }) =>
    reject(new DOMException('', code === 1 ? 'NotAllowedError' : 'OtherError'))))`,
  camera: 'navigator.mediaDevices.getUserMedia({ video: true })',
  microphone: 'navigator.mediaDevices.getUserMedia({ audio: true })',
  screenCapture: 'navigator.mediaDevices.getDisplayMedia()',
  clipboardRead: 'navigator.clipboard.readText()',
  clipboardWrite: 'navigator.clipboard.writeText("left behind")',
  midi: 'navigator.requestMIDIAccess({ sysex: true })',
  hid: 'navigator.hid.requestDevice({ filters: [] })',
  hidKnown: 'navigator.hid.getDevices()',
  usb: 'navigator.usb.requestDevice({ filters: [] })',
  usbKnown: 'navigator.usb.getDevices()',
  serial: 'navigator.serial.requestPort()',
  serialKnown: 'navigator.serial.getPorts()',
  bluetooth: 'navigator.bluetooth.requestDevice({ acceptAllDevices: true })',
  // Refused, it never answers.
  fullscreen: 'void document.documentElement.requestFullscreen()',
  pointerLock: 'document.body.requestPointerLock()',
  keyboardLock: 'navigator.keyboard.lock()',
  wakeLock: 'navigator.wakeLock.request("screen")',
  persistence: 'navigator.storage.persist()',
  localFonts: 'queryLocalFonts()',
  screens: 'getScreenDetails()',
  idleDetection: 'IdleDetector.requestPermission()',
  openFile: 'showOpenFilePicker()',
  saveFile: 'showSaveFilePicker()',
  openFolder: 'showDirectoryPicker()',
  credential: 'navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16) } })',
};

/** Names with their state, those that are neither denied nor unknown to this Chromium. */
export function permissionsNotDenied(page: Page): Promise<string[]> {
  return page.evaluate(async (names) => {
    const states = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => `${name}: ${state}`,
          () => null,
        ),
      ),
    );
    return states.filter((state) => state !== null && !state.endsWith(': denied')).map(String);
  }, QUERIED);
}

/** What each request was answered with: the name of an error, or what it gave. */
export async function answersToRequests(page: Page): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const [name, request] of Object.entries(REQUESTS)) {
    // Some ask only for somebody who has just touched the page.
    await page.mouse.click(2, 2);
    answers[name] = await page.evaluate(
      `Promise.resolve().then(() => ${request}).then((given) => JSON.stringify(given) ?? 'done', ({ name }) => name)`,
    );
  }
  return answers;
}
