import { describe, expect, test } from 'vitest';
import { ERROR_CODES, LOCALES } from '../../preload/contract.ts';
import englishAtDesk from '../desk/messages.en.json';
import frenchAtDesk from '../desk/messages.fr.json';
import english from './en.json';
import { flat, type Messages } from './flat.ts';
import french from './fr.json';

const catalogues: Readonly<Record<(typeof LOCALES)[number], Messages>> = { fr: french, en: english };
const frenchTexts = flat(french);

describe.each(LOCALES)('the %s catalogue', (locale) => {
  const texts = flat(catalogues[locale]);

  test('says everything that the French one says, and nothing else', () => {
    expect(keysWithoutPlurals(texts)).toEqual(keysWithoutPlurals(frenchTexts));
  });

  test('has every plural form of its language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const key of keysWithoutPlurals(texts).filter((each) => !texts.has(each))) {
      for (const form of forms) expect(texts.has(`${key}_${form}`), `${key}_${form}`).toBe(true);
    }
  });

  test('takes the same values in the same sentences', () => {
    for (const [key, text] of texts) {
      expect(placeholders(text), key).toEqual(placeholders(frenchTexts.get(key) ?? ''));
    }
  });

  test('has one sentence for each error code, that says what happened and what to do', () => {
    const { errors } = catalogues[locale];
    expect(Object.keys(errors ?? {}).sort()).toEqual([...ERROR_CODES].sort());
    for (const code of ERROR_CODES) {
      const sentences = texts.get(`errors.${code}`)?.split(/(?<=[.!?])\s/) ?? [];
      expect(sentences.length, code).toBeGreaterThanOrEqual(3);
    }
  });

  test('leaves no text empty and no space at an end', () => {
    for (const [key, text] of texts) expect(text, key).toMatch(/^\S(.*\S)?$/);
  });
});

describe.each([
  { of: 'the kiosk', fr: french, en: english },
  { of: 'the desk', fr: frenchAtDesk, en: englishAtDesk },
])('every text of $of', ({ fr, en }) => {
  const texts = [...flat(fr), ...flat(en)];

  test('has typographic apostrophes and no narrow no-break space', () => {
    for (const [key, text] of texts) expect(text, key).not.toMatch(/['\u202f]/);
  });

  test('tears no number apart at the end of a line', () => {
    for (const [key, text] of texts) expect(text, key).not.toMatch(/\d \d/);
  });

  test('has in French a no-break space before double signs and inside quotation marks', () => {
    for (const [key, text] of flat(fr)) {
      expect(text, key).not.toMatch(/[^\u00a0][:;!?€»]/);
      expect(text, key).not.toMatch(/«[^\u00a0]/);
    }
  });
});

function keysWithoutPlurals(texts: ReadonlyMap<string, string>): string[] {
  return [
    ...new Set([...texts.keys()].map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))),
  ].sort();
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
}
