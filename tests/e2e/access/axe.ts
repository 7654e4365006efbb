/** axe-core in the kiosk's page: what it finds, in a line each. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules whose answer may be another one on another ground, and those where more or less finds room. */
export const OF_GROUND = ['color-contrast', 'link-in-text-block'];
export const OF_ROOM = ['scrollable-region-focusable'];

/** @param rules every one that axe has unless given, best practices included */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    (rules) =>
      (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations'],
        ...(rules ? { runOnly: rules } : {}),
      }),
    rules && [...rules],
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any, all }) => {
      const reason = [...any, ...all].map(({ message }) => message).join('; ');
      return `axe ${id}: ${help} (${target.join(' ')}) ${reason}`;
    }),
  );
}
