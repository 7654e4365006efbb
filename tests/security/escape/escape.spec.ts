/** The whole catalogue of escapes, tried on the kiosk as it stands in the hall. */
import { join, resolve } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { launchKiosk } from '../../e2e/kiosk.ts';
import { readCatalogue } from './catalogue.ts';
import { setUp } from './kiosk-on-stage.ts';
import { writeReport } from './report.ts';
import { openStage, type Stage } from './stage.ts';
import { type Start, tryAll } from './try-catalogue.ts';

/** Far more than it takes, which is a good minute; each escape that is found costs several starts more. */
const PATIENCE_MS = 600_000;
const FEWEST_WAYS = 120;
const reports = resolve(import.meta.dirname, '../../../out/tests');

const test = base.extend<{ stage: Stage }>({
  stage: async ({ browserName: _ }, use) => {
    const stage = await openStage();
    await use(stage);
    await stage.stop();
  },
});

// Each on a stage of its own.
test.describe.configure({ mode: 'parallel' });

test('nobody gets out', async ({ stage }) => {
  test.setTimeout(PATIENCE_MS);
  const ways = readCatalogue();

  const outcomes = await tryAll(stage, ways);

  process.stdout.write(`${writeReport(reports, outcomes)}\n`);
  expect(new Set(outcomes.map(({ id }) => id)).size).toBeGreaterThanOrEqual(FEWEST_WAYS);
  expect(outcomes).toHaveLength(ways.length);
  expect(outcomes.filter(({ escaped }) => escaped).map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([]);
});

test('from a window that nobody locked, everybody gets out, and it is seen', { tag: '@waits' }, async ({
  stage,
}) => {
  test.setTimeout(PATIENCE_MS);
  const known = ['reload-ctrl-r', 'devtools-elements', 'close-tab', 'zoom-in', 'select-all', 'open-own-page'];
  const late = ['dialog-file', 'call-image'];
  const ways = readCatalogue()
    .filter(({ id, situation }) => situation === 'sign-in' && [...known, ...late].includes(id))
    .map((way) => ({ ...way, situation: 'account' as const }));

  const outcomes = await tryAll(stage, ways, startUnlocked);

  const held = outcomes.filter(({ escaped }) => !escaped).map(({ id, outcome }) => `${id}: ${outcome}`);
  expect(held).toEqual([]);
  expect(outcomes).toHaveLength(known.length + late.length);
});

const startUnlocked: Start = async (situation, stage) => {
  const app = await launchKiosk(stage.environment, join(import.meta.dirname, 'unlocked-window'));
  await expect((await app.firstWindow()).getByRole('heading')).toBeVisible();
  return setUp(app, situation, stage);
};
