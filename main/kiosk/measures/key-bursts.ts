/** What a scanner, a badge reader or a card reader types is no typing of a person's: no page gets it, whichever field has the caret. */
import type { App, Event, Input, WebContents } from 'electron';
import type { TypedBadge } from '../../devices/badge-reader/typed-badge.ts';
import { createKeyBursts } from '../../devices/keyboard-wedge/key-bursts.ts';
import type { Log } from '../../log/log.ts';
import { everyPage } from '../every-page.ts';
import type { Measure } from '../measure.ts';

export interface TypedCodes {
  /** What a code begins with, in capitals. */
  readonly mark: string;
  readonly onScan: (text: string) => void;
  /** How badges are typed here. */
  readonly badges: () => readonly TypedBadge[];
  readonly onBadge: (number: string) => void;
}

export function keyBursts(
  app: Pick<App, 'on' | 'off'>,
  { mark, onScan, badges, onBadge, log }: TypedCodes & { log: Log },
): Measure {
  const pages = everyPage(app, (contents) => {
    let isGivingBack = false;
    const bursts = createKeyBursts({
      mark,
      badges,
      onBadge,
      onScan,
      onTrack: () => log.warn('key-bursts.track-refused'),
      giveBack(signs) {
        if (contents.isDestroyed()) return;
        isGivingBack = true;
        for (const sign of signs) type(sign, contents);
        isGivingBack = false;
      },
    });
    const look = (event: Pick<Event, 'preventDefault'>, input: Input): void => {
      if (isGivingBack || input.type !== 'keyDown' || isWithOthers(input)) return;
      if (bursts.takes({ key: input.key, isRepeat: input.isAutoRepeat })) event.preventDefault();
    };
    contents.on('before-input-event', look);
    return () => {
      bursts.stop();
      contents.off('before-input-event', look);
    };
  });
  return { name: 'key bursts', apply: pages.start, undo: pages.stop };
}

/** What the keyboard's measure refuses anyhow. */
function isWithOthers({ control, alt, meta }: Input): boolean {
  return control || alt || meta;
}

/** Electron names keys after an American keyboard; the sign that it types is the one that was typed. */
function type(sign: string, contents: WebContents): void {
  const keyCode = /^[\x21-\x7e]$/.test(sign) ? sign : 'A';
  contents.sendInputEvent({ type: 'keyDown', keyCode });
  contents.sendInputEvent({ type: 'char', keyCode: sign });
  contents.sendInputEvent({ type: 'keyUp', keyCode });
}
