import { EventEmitter } from 'node:events';
import type { Display, Rectangle, Screen } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { type CoveringWindow, everyDisplay, isFilling } from './every-display.ts';

const UPRIGHT = { x: 0, y: 0, width: 1080, height: 1920 };
const LYING = { x: 0, y: 0, width: 1920, height: 1080 };
const BESIDE = { x: 1080, y: 0, width: 1280, height: 1024 };
const FAR = { x: 2360, y: 0, width: 800, height: 600 };

class StandInScreen extends EventEmitter {
  displays: Display[] = [display(1, UPRIGHT)];
  getAllDisplays = () => this.displays;
  getPrimaryDisplay = () => this.displays[0] as Display;
}

let screen: StandInScreen;
let covers: Map<string, { bounds: Rectangle; isThere: boolean }>;
let bounds: Rectangle;
let isKiosk: boolean;
let window: EventEmitter;

beforeEach(() => {
  screen = new StandInScreen();
  covers = new Map();
  bounds = UPRIGHT;
  isKiosk = true;
  window = new EventEmitter();
});

test('a single display is filled by the window itself', () => {
  arrange();

  expect(bounds).toEqual(UPRIGHT);
  expect(covered()).toEqual([]);
});

test('every other display is covered', () => {
  screen.displays = [display(1, UPRIGHT), display(2, BESIDE), display(3, FAR)];

  arrange();

  expect(covered()).toEqual([BESIDE, FAR]);
});

test('a display that is plugged in is covered, one that is pulled out no longer', () => {
  arrange();

  screen.displays = [display(1, UPRIGHT), display(2, BESIDE)];
  screen.emit('display-added');
  const added = covered();
  screen.displays = [display(1, UPRIGHT)];
  screen.emit('display-removed');

  expect(added).toEqual([BESIDE]);
  expect(covered()).toEqual([]);
});

test('a display that is turned or made another size stays filled, and so does the one beside it', () => {
  screen.displays = [display(1, UPRIGHT), display(2, BESIDE)];
  arrange();

  screen.displays = [display(1, LYING), display(2, { ...BESIDE, x: 1920 })];
  isKiosk = false;
  screen.emit('display-metrics-changed');

  expect(bounds).toEqual(LYING);
  expect(isKiosk).toBe(true);
  expect(covered()).toEqual([{ ...BESIDE, x: 1920 }]);
});

test('when another display becomes the first, the window goes there and leaves a cover behind', () => {
  screen.displays = [display(1, UPRIGHT), display(2, BESIDE)];
  arrange();

  screen.displays = [display(2, BESIDE), display(1, UPRIGHT)];
  screen.emit('display-metrics-changed');

  expect(bounds).toEqual(BESIDE);
  expect(covered()).toEqual([UPRIGHT]);
});

test('no cover outlives the window, or the program would never end', () => {
  screen.displays = [display(1, UPRIGHT), display(2, BESIDE)];
  arrange();

  window.emit('closed');

  expect(covered()).toEqual([]);
});

test('undone, no cover is left and nothing is covered any more', () => {
  screen.displays = [display(1, UPRIGHT), display(2, BESIDE)];
  const measure = arrange();

  measure.undo();
  screen.emit('display-added');

  expect(covered()).toEqual([]);
});

test('the pixel that Chromium takes off is no reason to begin again', () => {
  expect(isFilling({ x: 0, y: 0, width: 1079, height: 1919 }, UPRIGHT)).toBe(true);
  expect(isFilling({ x: 0, y: 0, width: 1078, height: 1919 }, UPRIGHT)).toBe(false);
  expect(isFilling({ x: 1, y: 0, width: 1080, height: 1920 }, UPRIGHT)).toBe(false);
  expect(isFilling({ x: 0, y: 0, width: 1081, height: 1920 }, UPRIGHT)).toBe(false);
});

function arrange() {
  const measure = everyDisplay({
    window: Object.assign(window, {
      getBounds: () => bounds,
      setBounds: (place: Partial<Rectangle>) => {
        bounds = { ...bounds, ...place };
      },
      isKiosk: () => isKiosk,
      setKiosk: (wanted: boolean) => {
        isKiosk = wanted;
      },
      moveTop: vi.fn(),
      isDestroyed: () => false,
    }) as unknown as CoveringWindow,
    screen: screen as unknown as Screen,
    openCover(place) {
      const cover = { bounds: place, isThere: true };
      covers.set(`${covers.size}`, cover);
      return {
        setBounds: (moved: Partial<Rectangle>) => void Object.assign(cover, { bounds: moved }),
        destroy: () => void Object.assign(cover, { isThere: false }),
      };
    },
  });
  measure.apply();
  return measure;
}

function covered(): Rectangle[] {
  return [...covers.values()].filter(({ isThere }) => isThere).map((cover) => cover.bounds);
}

function display(id: number, bounds: Rectangle): Display {
  return { id, bounds } as Display;
}
