import { directionOf } from './runs.ts';
import type { SetLine, Setting, Typesetter } from './typesetter.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const ELLIPSIS = '…';

export interface Measure {
  /** Thousandths of the type size. */
  readonly width: number;
  readonly maxLines: number;
}

/**
 * Breaks a text at its spaces into lines no wider than the measure. A word that is too long by itself is broken
 * where the line ends; a text of too many lines ends in an ellipsis. The space at which a line was broken stays at
 * its end, beyond its width: to whoever hears the paper read out, the lines are one text.
 */
export function breakIntoLines(
  text: string,
  setting: Setting,
  measure: Measure,
  typesetter: Typesetter,
): SetLine[] {
  const direction = directionOf(text);
  const set = (line: string) => typesetter.setLine(line, setting, direction);
  const fits = (line: string) => set(line).width <= measure.width;
  const whole = set(text);
  if (whole.width <= measure.width) return [whole];

  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(`${line} `);
    const pieces = breakWord(word, fits, measure.maxLines);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    if (lines.length > measure.maxLines) break;
  }
  lines.push(line);

  const kept = lines.slice(0, measure.maxLines);
  if (kept.length < lines.length) kept.push(shorten((kept.pop() ?? '').trimEnd(), fits));
  return kept.map((broken) => {
    if (!broken.endsWith(' ')) return set(broken);
    const seen = set(broken.slice(0, -1));
    // From right to left, the space would be the first thing that is set.
    return direction === 'rtl' ? seen : { ...set(broken), width: seen.width };
  });
}

function breakWord(word: string, fits: (line: string) => boolean, maxPieces: number): string[] {
  if (fits(word)) return [word];
  let rest = Array.from(graphemes.segment(word), ({ segment }) => segment);
  const pieces: string[] = [];
  while (rest.length > 0 && pieces.length <= maxPieces) {
    const count = countThatFit(rest, fits);
    pieces.push(rest.slice(0, count).join(''));
    rest = rest.slice(count);
  }
  return pieces;
}

/** At least one. By doubling and halving: to shape a line of joined letters anew for each letter takes too long. */
function countThatFit(parts: readonly string[], fits: (line: string) => boolean): number {
  let fitting = 1;
  let tooMany = 2;
  while (tooMany <= parts.length && fits(parts.slice(0, tooMany).join(''))) {
    fitting = tooMany;
    tooMany *= 2;
  }
  tooMany = Math.min(tooMany, parts.length + 1);
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(parts.slice(0, middle).join(''))) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}

function shorten(line: string, fits: (line: string) => boolean): string {
  const parts = Array.from(graphemes.segment(line), ({ segment }) => segment);
  while (parts.length > 0 && !fits(parts.join('') + ELLIPSIS)) parts.pop();
  return parts.join('').trimEnd() + ELLIPSIS;
}
