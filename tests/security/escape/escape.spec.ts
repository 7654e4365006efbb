/** The whole catalogue of escapes, tried on the kiosk as it stands in the hall. */
import { resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { readCatalogue } from './catalogue.ts';
import { writeReport } from './report.ts';
import { openStage } from './stage.ts';
import { tryAll } from './try-catalogue.ts';

/** Far more than it takes, which is a minute; each escape that is found costs several starts more. */
const PATIENCE_MS = 600_000;
const reports = resolve(import.meta.dirname, '../../../out/tests');

test('nobody gets out', async () => {
  test.setTimeout(PATIENCE_MS);
  const stage = await openStage();

  const outcomes = await tryAll(stage, readCatalogue());

  await stage.stop();
  process.stdout.write(`${writeReport(reports, outcomes)}\n`);
  expect(outcomes.length).toBeGreaterThanOrEqual(120);
  expect(outcomes.filter(({ escaped }) => escaped).map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([]);
});
