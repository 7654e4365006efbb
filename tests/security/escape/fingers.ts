/** Fingers on the panel, and files from elsewhere: Chromium's own input events, as its touch driver makes them. */
import type { CDPSession } from 'playwright/test';
import type { Gesture, Thing } from './catalogue.ts';

/** Longer than Chromium waits before it takes a finger that stays for a long press. */
const LONG_PRESS_MS = 700;
const MIDDLE = { x: 540, y: 700 };
const WIDTH = 1_080;
const HEIGHT = 1_920;
const SWIPE = { speed: 4_000, gestureSourceType: 'touch' } as const;

const GESTURES: Readonly<Record<Gesture, (devTools: CDPSession) => Promise<unknown>>> = {
  'long press': async (devTools) => {
    await devTools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [MIDDLE] });
    await new Promise((resolve) => setTimeout(resolve, LONG_PRESS_MS));
    await devTools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  },
  'double tap': (devTools) =>
    devTools.send('Input.synthesizeTapGesture', {
      ...MIDDLE,
      tapCount: 2,
      duration: 30,
      gestureSourceType: 'touch',
    }),
  spread: (devTools) => pinch(devTools, 3),
  pinch: (devTools) => pinch(devTools, 0.3),
  'from the left': (devTools) => swipe(devTools, { x: 1, y: 900, xDistance: WIDTH - 10 }),
  'from the right': (devTools) => swipe(devTools, { x: WIDTH - 2, y: 900, xDistance: 10 - WIDTH }),
  'from the top': (devTools) => swipe(devTools, { x: 540, y: 1, yDistance: HEIGHT / 2 }),
  'from the bottom': (devTools) => swipe(devTools, { x: 540, y: HEIGHT - 2, yDistance: -HEIGHT / 2 }),
  'five fingers': async (devTools) => {
    const fingers = [0, 1, 2, 3, 4].map((id) => ({ x: 200 + id * 150, y: 700, id }));
    const closer = fingers.map(({ id }) => ({ x: 440 + id * 50, y: 700, id }));
    await devTools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers });
    await devTools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: closer });
    await devTools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  },
};

export async function gesture(name: Gesture, devTools: CDPSession): Promise<void> {
  await GESTURES[name](devTools);
}

export async function drop(thing: Thing, file: string, devTools: CDPSession): Promise<void> {
  const item = (mimeType: string, data: string) => ({ items: [{ mimeType, data }], dragOperationsMask: 1 });
  const things = {
    file: { items: [], files: [file], dragOperationsMask: 1 },
    folder: { items: [], files: ['/etc'], dragOperationsMask: 1 },
    link: item('text/uri-list', 'https://elsewhere.example/'),
    text: item('text/plain', 'https://elsewhere.example/'),
    html: item('text/html', '<a href="https://elsewhere.example/">Elsewhere</a>'),
  } satisfies Record<Thing, unknown>;
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devTools.send('Input.dispatchDragEvent', { type, ...MIDDLE, data: things[thing] });
  }
}

function pinch(devTools: CDPSession, scaleFactor: number): Promise<unknown> {
  return devTools.send('Input.synthesizePinchGesture', {
    ...MIDDLE,
    scaleFactor,
    relativeSpeed: 4_000,
    gestureSourceType: 'touch',
  });
}

function swipe(
  devTools: CDPSession,
  path: { x: number; y: number; xDistance?: number; yDistance?: number },
): Promise<unknown> {
  return devTools.send('Input.synthesizeScrollGesture', { ...path, ...SWIPE });
}
