/** What somebody copied before the kiosk started is nobody's to paste. The wipe empties it again after each person. */
import { emptyClipboard } from '../empty-clipboard.ts';
import type { Measure } from '../measure.ts';

export function clipboard(): Measure {
  return { name: 'clipboard', apply: emptyClipboard, undo: emptyClipboard };
}
