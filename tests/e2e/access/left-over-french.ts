/** Finds words that somebody forgot to translate. */
import type { Page } from 'playwright/test';
import { english, words as french, readable } from '../words.ts';

/** Shorter pieces of sentences are found in names of streets, too. */
const SHORTEST = 5;

const inEnglish = readable(valuesOf(english).join('\n'));
const pieces = fragmentsOf(french)
  .map((piece) => ({ piece, alone: alone(piece) }))
  .filter((each) => !isIn(inEnglish, each));

/** @returns each piece of the French catalogue that is on the screen, seen or only heard */
export async function frenchFindings(page: Page): Promise<string[]> {
  return frenchIn(await page.evaluate(textToRead));
}

export function frenchIn(text: string): string[] {
  const said = readable(text);
  return pieces.filter((each) => isIn(said, each)).map(({ piece }) => `French is left: "${piece}"`);
}

/** Runs in the page. */
export function textToRead(): string {
  const spoken = [...document.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
    element.getAttribute('aria-label'),
    element.getAttribute('title'),
  ]);
  const body = document.body.cloneNode(true) as HTMLElement;
  // What is said to be in another language is meant to be.
  const others = body.querySelectorAll(`[lang]:not([lang="${document.documentElement.lang}"])`);
  for (const other of others) other.remove();
  return [document.title, body.textContent, ...spoken].join('\n');
}

/** What stands between the blanks of the sentences. Languages are named in their own words everywhere. */
function fragmentsOf({ languages: _, ...catalogue }: typeof french): string[] {
  const between = valuesOf(catalogue).flatMap((sentence) => sentence.split(/\{\{\w+\}\}/));
  return [...new Set(between.map(readable).filter((piece) => piece.length >= SHORTEST))];
}

function valuesOf(catalogue: object): string[] {
  return Object.values(catalogue).flatMap((value) =>
    typeof value === 'string' ? [value] : valuesOf(value as object),
  );
}

/** Hundreds of pieces are looked for on each screen, and nearly none of them is there at all. */
function isIn(text: string, { piece, alone }: { piece: string; alone: RegExp }): boolean {
  return text.includes(piece) && alone.test(text);
}

/** Not as a part of a longer word. */
function alone(piece: string): RegExp {
  const pattern = piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'u');
}
