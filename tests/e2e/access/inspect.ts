/** What is asked of a screen in one appearance besides axe: in one go, since each question to the page takes its time. */
import type { Page } from 'playwright/test';
import { type Appearance, comeToRest } from './appearance.ts';
import { frenchIn, textToRead } from './left-over-french.ts';
import { LEAST, look } from './look.ts';

/** @returns what is wrong with it once it stands still, in a line each */
export async function inspect(page: Page, { textSize, locale }: Appearance): Promise<string[]> {
  const ruler = JSON.stringify({ least: textSize === 'normal' ? LEAST : null });
  const { seen, language, text } = await page.evaluate<{ seen: string[]; language: string; text: string }>(
    `(async () => {
      await (${comeToRest})();
      return {
        seen: (${look})(${ruler}),
        language: document.documentElement.lang,
        text: (${textToRead})(),
      };
    })()`,
  );
  return [
    ...seen,
    ...(language === locale ? [] : [`the page says that its language is "${language}"`]),
    ...(locale === 'en' ? frenchIn(text) : []),
  ];
}
