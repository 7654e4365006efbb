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
 * where the line ends; a text of too many lines ends in an ellipsis.
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
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, fits, measure.maxLines);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    if (lines.length > measure.maxLines) break;
  }
  lines.push(line);

  const kept = lines.slice(0, measure.maxLines);
  if (kept.length < lines.length) kept.push(shorten(kept.pop() ?? '', fits));
  return kept.map(set);
}

function breakWord(word: string, fits: (line: string) => boolean, maxPieces: number): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      pieces.push(piece);
      piece = '';
      if (pieces.length > maxPieces) break;
    }
    piece += segment;
  }
  return [...pieces, piece];
}

function shorten(line: string, fits: (line: string) => boolean): string {
  const parts = Array.from(graphemes.segment(line), ({ segment }) => segment);
  while (parts.length > 0 && !fits(parts.join('') + ELLIPSIS)) parts.pop();
  return parts.join('').trimEnd() + ELLIPSIS;
}
