import type { Page } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { askForEmail, askForPaper, heading, openStatement, signIn } from './journey.ts';
import { attractScreen, configure, test as testOfItsOwn } from './kiosk.ts';
import { expect, test, words } from './shared-kiosk.ts';

/** The 5 s that people are promised, on a machine that draws for two other kiosks meanwhile; without the limit, 15 s. */
const UNREACHABLE_WITHIN_MS = 7_500;
/** A printer that says nothing any more is given up after 15 s. */
const LOST = { timeout: 25_000 };

for (const { state, happen } of [
  { state: 'is switched off', happen: (sandbox: Sandbox) => sandbox.printer.kill() },
  { state: 'hangs', happen: (sandbox: Sandbox) => sandbox.printer.pause() },
]) {
  testOfItsOwn(
    `a printer that ${state} is told within 5 s, and the statement goes by e-mail instead`,
    async ({ page, sandbox }) => {
      await signIn(page, sandbox);
      await openStatement(page);
      await happen(sandbox);

      const told = page.evaluate(fromTouchToAlert);
      await page.getByRole('button', { name: words.statement.print }).click();
      await expect(page.getByRole('alert')).toHaveText(words.errors.PRINTER_UNREACHABLE);
      const toldAfterMs = await told;
      await page.getByRole('button', { name: words.printing.emailInstead }).click();

      expect(toldAfterMs).toBeLessThan(UNREACHABLE_WITHIN_MS);
      await expect(page.getByText(words.email.transmittedText)).toBeVisible();
      await expect.poll(() => sandbox.tenantApi.mailbox.emails).toHaveLength(1);
    },
  );
}

testOfItsOwn(
  'a printer’s address that leads to a web server is told as a wrong setting',
  async ({ sandbox, startKiosk }) => {
    const uri = `ipp://127.0.0.1:${new URL(sandbox.control.url).port}/ipp/print`;
    configure(sandbox, { printers: [{ id: 'a4', role: 'statements', driver: 'ipp', uri }] });
    const page = await attractScreen(await startKiosk());
    await signIn(page, sandbox);

    await askForPaper(page);

    await expect(page.getByRole('alert')).toHaveText(words.errors.PRINTER_NOT_A_PRINTER);
    await expect(page.getByRole('button', { name: words.printing.emailInstead })).toBeVisible();
  },
);

test('out of paper: the same document comes out once there is paper again, and only once', async ({
  page,
  sandbox,
}) => {
  await sandbox.printer.setPaper(0);
  await signIn(page, sandbox);

  await askForPaper(page);
  await expect(page.getByRole('alert')).toHaveText(words.printing.waiting.paper);
  await sandbox.printer.setPaper(250);

  await expect(heading(page)).toHaveText(words.printing.takePaper);
  await expect.poll(() => sandbox.printer.printedDocuments()).toHaveLength(1);
});

test('a jam: the document comes out once the sheet is taken away', async ({ page, sandbox }) => {
  await sandbox.printer.behave({ name: 'jam' });
  await signIn(page, sandbox);

  await askForPaper(page);
  await expect(page.getByRole('alert')).toHaveText(words.printing.waiting.jam);
  await sandbox.printer.clearJam();

  await expect(heading(page)).toHaveText(words.printing.takePaper);
  await expect.poll(() => sandbox.printer.printedDocuments()).toHaveLength(1);
});

test('pages are counted as they come out', async ({ page, sandbox }) => {
  await sandbox.printer.behave({ name: 'slow', pages: 2, secondsPerPage: 1 });
  await signIn(page, sandbox, 'sylvie.lambert@exemple.fr');

  await askForPaper(page);

  const progress = page.getByRole('progressbar', { name: words.printing.progress });
  await expect(progress).toHaveAttribute('aria-valuenow', '1');
  await expect(heading(page)).toHaveText(words.printing.takePaper);
});

test('a printer that stops half-way is told, and one can print again', async ({ page, sandbox }) => {
  await sandbox.printer.behave({ name: 'abort', message: 'out of order' });
  await signIn(page, sandbox);

  await askForPaper(page);
  await expect(page.getByRole('alert')).toHaveText(words.errors.PRINTER_ABORTED);
  await sandbox.printer.behave({ name: 'complete' });
  await page.getByRole('button', { name: words.printing.again }).click();

  await expect(heading(page)).toHaveText(words.printing.takePaper);
});

test('printing that is called off is called off at the printer, which is free for the next document', async ({
  page,
  sandbox,
}) => {
  const before = await jobsCalledOff(sandbox);
  await startEndlessJob(page, sandbox);

  await page.getByRole('button', { name: words.printing.cancel }).click();

  await expect(heading(page)).toHaveText(words.printing.cancelled);
  await sandbox.printer.finishJobs();
  await expect.poll(() => jobsCalledOff(sandbox)).toBe(before + 1);
  await sandbox.printer.behave({ name: 'complete' });
  await page.getByRole('button', { name: words.frame.back }).click();
  await page.getByRole('button', { name: words.statement.print }).click();
  await expect(heading(page)).toHaveText(words.printing.takePaper);
});

for (const { what, happen } of [
  { what: 'loses power', happen: (sandbox: Sandbox) => sandbox.printer.kill() },
  { what: 'is switched off and on', happen: (sandbox: Sandbox) => sandbox.printer.restart() },
]) {
  testOfItsOwn(
    `when the printer ${what} in the middle, nobody claims that it printed`,
    async ({ page, sandbox }) => {
      await startEndlessJob(page, sandbox);

      await happen(sandbox);

      await expect(page.getByRole('alert')).toHaveText(words.errors.PRINTER_OUTCOME_UNKNOWN, LOST);
      await expect(page.getByRole('button', { name: words.printing.emailInstead })).toBeVisible();
    },
  );
}

test('whoever is finished while it prints is asked to wait, and may stay; the session ends with the print', async ({
  page,
  sandbox,
}) => {
  const waiting = page.getByRole('alertdialog', { name: words.leaving.title });
  const before = await jobsCalledOff(sandbox);
  await startEndlessJob(page, sandbox);

  await page.getByRole('button', { name: words.frame.finish }).click();
  await expect(waiting).toContainText(words.leaving.printing);
  await waiting.getByRole('button', { name: words.leaving.stay }).click();
  await expect(waiting).toHaveCount(0);
  await page.getByRole('button', { name: words.frame.finish }).click();
  await expect(waiting).toBeVisible();
  await sandbox.printer.finishJobs();

  await expect(page.getByText(words.attract.ended.finished)).toBeVisible();
  expect(await jobsCalledOff(sandbox)).toBe(before);
});

test('whoever calls the print off and leaves takes the job along: the next person’s paper is theirs alone', async ({
  page,
  sandbox,
}) => {
  const before = await jobsCalledOff(sandbox);
  await startEndlessJob(page, sandbox);

  await page.getByRole('button', { name: words.frame.finish }).click();
  await page.getByRole('button', { name: words.leaving.callOffPrint }).click();
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
  await sandbox.printer.finishJobs();
  await expect.poll(() => jobsCalledOff(sandbox)).toBe(before + 1);
  expect(await printersOwnPage(sandbox)).not.toMatch(/martin/i);
  await sandbox.printer.behave({ name: 'complete' });
  await signIn(page, sandbox, 'odile.petit@exemple.fr');
  await askForPaper(page);

  await expect(heading(page)).toHaveText(words.printing.takePaper);
  await expect.poll(() => sandbox.printer.printedDocuments()).toHaveLength(2);
});

testOfItsOwn('without a printer that can be reached, e-mail needs no printer', async ({ page, sandbox }) => {
  await sandbox.printer.kill();
  await signIn(page, sandbox);

  await askForEmail(page);

  await expect(page.getByText(words.email.transmittedText)).toBeVisible();
});

async function startEndlessJob(page: Page, sandbox: Sandbox): Promise<void> {
  await sandbox.printer.behave({ name: 'endless' });
  await signIn(page, sandbox);
  await askForPaper(page);
  await expect(page.getByText(words.printing.stay)).toBeVisible();
}

/** Runs in the page: a driver asks once a second only, and would measure its own pause. */
function fromTouchToAlert(): Promise<number> {
  return new Promise((resolve) => {
    document.addEventListener(
      'click',
      ({ timeStamp: touchedAt }) => {
        const watch = new MutationObserver(() => {
          if (!document.querySelector('[role="alert"]')?.textContent) return;
          watch.disconnect();
          resolve(performance.now() - touchedAt);
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
      },
      { capture: true, once: true },
    );
  });
}

/** What anybody can read at the printer: its jobs, by name, owner and state. */
async function printersOwnPage(sandbox: Sandbox): Promise<string> {
  const answer = await fetch(sandbox.printer.httpUrl);
  return answer.text();
}

/** Since the printer was switched on. */
async function jobsCalledOff(sandbox: Sandbox): Promise<number> {
  return (await printersOwnPage(sandbox)).split('Canceled at').length - 1;
}
