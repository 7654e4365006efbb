/** Finds words that somebody forgot to translate. */
import type { Page } from 'playwright/test';
import { english, words as french, readable } from '../words.ts';

/** Shorter pieces of sentences are found in names of streets, too. */
const SHORTEST = 5;

const fragments = fragmentsOf(french).filter((fragment) => !saysIt(valuesOf(english).join('\n'), fragment));

/** @returns each piece of the French catalogue that is on the screen, seen or only heard */
export async function frenchFindings(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
      element.getAttribute('aria-label'),
      element.getAttribute('title'),
    ]);
    return [document.title, document.body.textContent, ...spoken].join('\n');
  });
  return fragments
    .filter((fragment) => saysIt(readable(text), fragment))
    .map((fragment) => `French is left: "${fragment}"`);
}

/** What stands between the blanks of the sentences. Languages are named in their own words everywhere. */
function fragmentsOf({ languages: _, ...catalogue }: typeof french): string[] {
  const pieces = valuesOf(catalogue).flatMap((sentence) => sentence.split(/\{\{\w+\}\}/));
  return [...new Set(pieces.map(readable).filter((piece) => piece.length >= SHORTEST))];
}

function valuesOf(catalogue: object): string[] {
  return Object.values(catalogue).flatMap((value) =>
    typeof value === 'string' ? [value] : valuesOf(value as object),
  );
}

function saysIt(text: string, words: string): boolean {
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'u').test(readable(text));
}
