/** Draws the masked events of a kiosk in a frame without scripts, as large as there is room. */
import type { eventWithTime } from '@rrweb/types';
import { Replayer } from 'rrweb';

export interface Picture {
  draw(events: readonly unknown[]): void;
  /** What stands at this place of the window, by its number, and where in it. */
  at(x: number, y: number): { node: number; x: number; y: number } | null;
  /** Shows for a moment that this was touched. */
  flash(node: number): void;
  /** Fills its place anew. */
  fill(): void;
  destroy(): void;
}

/** Later than any event: each is drawn when it comes, and none is held back for its time. */
const NO_HURRY_MS = 100 * 365 * 86_400_000;
const META = 4;
const FLASH_MS = 700;

const LOOKS = [
  // What is private has room, and no content.
  '[data-private] { background: repeating-linear-gradient(45deg, #0001 0 8px, #0003 8px 16px) !important; }',
  // It covers the whole page, to show one place of it.
  '.guide-pointed[data-private] { background: none !important; }',
  'p[data-private]::before, span[data-private]::before { content: "•••••"; }',
  '.desk-flash { outline: 6px solid #b3370a !important; }',
  '*, *::before, *::after { transition: none !important; caret-color: transparent !important; }',
];

export function createPicture(place: HTMLElement): Picture {
  const replayer = new Replayer([], {
    root: place,
    liveMode: true,
    mouseTail: false,
    triggerFocus: false,
    showWarning: false,
    // Else it waits for an end of the past that never comes.
    useVirtualDom: false,
    showDebug: false,
    insertStyleRules: LOOKS,
  });
  replayer.startLive(Date.now() + NO_HURRY_MS);
  let size = { width: 1, height: 1 };

  const fill = () => {
    const { width, height } = place.getBoundingClientRect();
    const scale = Math.min(width / size.width, height / size.height);
    replayer.wrapper.style.transform = `scale(${scale})`;
  };

  return {
    draw(events) {
      for (const event of events as eventWithTime[]) {
        const { data } = event as { data: { width?: number; height?: number; source?: number } };
        if ((event.type === META || data.source === META) && data.width && data.height) {
          size = { width: data.width, height: data.height };
          fill();
        }
        replayer.addEvent(event);
      }
    },
    at(x, y) {
      const frame = replayer.iframe.getBoundingClientRect();
      const scale = frame.width / size.width;
      const inside = { x: (x - frame.left) / scale, y: (y - frame.top) / scale };
      const found = replayer.iframe.contentDocument?.elementFromPoint(inside.x, inside.y);
      const whole = found?.closest('button, a, label, [data-private], input') ?? found;
      if (!whole) return null;
      const node = replayer.getMirror().getId(whole);
      if (node < 1) return null;
      const box = whole.getBoundingClientRect();
      const share = (at: number, from: number, length: number) =>
        Math.min(1, Math.max(0, (at - from) / Math.max(1, length)));
      return { node, x: share(inside.x, box.left, box.width), y: share(inside.y, box.top, box.height) };
    },
    flash(node) {
      const found = replayer.getMirror().getNode(node);
      // Of the frame's own world, where this page's classes are not known.
      const element = found?.nodeType === Node.ELEMENT_NODE ? (found as Element) : null;
      element?.classList.add('desk-flash');
      setTimeout(() => element?.classList.remove('desk-flash'), FLASH_MS);
    },
    fill,
    destroy: () => replayer.destroy(),
  };
}
