/** A person's hands on a real keyboard and a real mouse: the events go through the X server, as a device's do. */
import { startXdotool } from './xdotool.ts';

const MOST_LOOKS = 5;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** X's own numbers. The wheel is a row of buttons, too. */
export const BUTTONS = {
  left: 1,
  middle: 2,
  right: 3,
  'wheel up': 4,
  'wheel down': 5,
  'wheel left': 6,
  'wheel right': 7,
  back: 8,
  forward: 9,
} as const;
export type Button = keyof typeof BUTTONS;

export interface Hands {
  /** Chords as xdotool names them, one after the other: `ctrl+shift+i`, `F5`, `XF86Back`. */
  press(...chords: readonly string[]): Promise<void>;
  click(button: Button, place: Place, options?: { times?: number; holding?: string }): Promise<void>;
  drag(from: Place, to: Place): Promise<void>;
  /** Moves the pointer to a place, from beside it. */
  wave(to: Place): Promise<void>;
  /** Gives the keyboard to a window, as a window manager would. */
  focus(windowTitle: string): Promise<void>;
  /** The names of all windows that stand on the screen, whoever opened them. */
  windows(): Promise<readonly string[]>;
  letGo(): Promise<void>;
}

export function handsOn(display: string): Hands {
  const xdotool = startXdotool(display);
  const move = ({ x, y }: Place) => ['mousemove', String(Math.round(x)), String(Math.round(y))];

  return {
    async press(...chords) {
      await xdotool.run('key', '--delay', '1', ...chords);
    },
    async click(button, place, { times = 1, holding } = {}) {
      const number = String(BUTTONS[button]);
      const clicks = Array.from({ length: times }, () => ['mousedown', number, 'mouseup', number]).flat();
      const held = holding === undefined ? clicks : ['keydown', holding, ...clicks, 'keyup', holding];
      await xdotool.run(...move(place), ...held);
    },
    async drag(from, to) {
      const halfway = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      await xdotool.run(...move(from), 'mousedown', '1', ...move(halfway), ...move(to), 'mouseup', '1');
    },
    async wave({ x, y }) {
      await xdotool.run(...move({ x, y: y + 20 }), ...move({ x, y }));
    },
    async focus(windowTitle) {
      const words = ['--onlyvisible', '--name', windowTitle];
      const [found] = await search(...words, 'windowfocus', '--sync', 'getwindowname');
      if (found === undefined) throw new Error(`There is no window "${windowTitle}".`);
    },
    async windows() {
      const names = await search('--onlyvisible', '--maxdepth', '1', '--name', '', 'getwindowname', '%@');
      // The first is the screen's own ground.
      return names.slice(1);
    },
    letGo: () => xdotool.stop(),
  };

  /** A window that goes away between being found and being looked at ends xdotool: then all are found anew. */
  async function search(...words: readonly string[]): Promise<readonly string[]> {
    for (let looksLeft = MOST_LOOKS; ; looksLeft -= 1) {
      try {
        return await xdotool.run('search', ...words);
      } catch (error) {
        if (looksLeft === 1 || !String(error).includes('BadWindow')) throw error;
      }
    }
  }
}
