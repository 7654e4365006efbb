import { afterEach, expect, test, vi } from 'vitest';
import type { Log } from '../log/log.ts';
import {
  drawAccountSlip,
  drawDirectDebitForm,
  drawDirectDebitMandate,
  drawInsuranceAcknowledgement,
  drawPaymentReceipt,
  drawRequestAcknowledgement,
  drawStatement,
  drawTestPage,
  forgetPaper,
} from './paper.ts';
import { readLines } from './testing/read-pdf.ts';
import { accountSlipOf } from './testing/sample-account-slip.ts';
import { insuranceAcknowledgementOf } from './testing/sample-insurance-acknowledgement.ts';
import { formOf, mandateOf } from './testing/sample-mandate.ts';
import { receiptOf } from './testing/sample-receipt.ts';
import { requestAcknowledgementOf } from './testing/sample-request-acknowledgement.ts';
import { leafletPostings, manyPostings, statementOf } from './testing/sample-statement.ts';
import { testPageOf } from './testing/sample-test-page.ts';

// From source, a thread reads its hundreds of modules one by one when it starts.
vi.setConfig({ testTimeout: 30_000 });

afterEach(forgetPaper);

function listeningLog() {
  return { info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;
}

test('a statement comes back from its thread as a PDF', async () => {
  const result = await drawStatement(statementOf(leafletPostings));

  expect(result).toMatchObject({ ok: true, value: { pageCount: 1, missingGlyphs: 0 } });
  if (result.ok) expect((await readLines(result.value.pdf)).join('\n')).toContain('Vous devez 27,74');
});

test('every other paper comes back from the same thread', async () => {
  const results = [
    await drawPaymentReceipt(receiptOf()),
    await drawDirectDebitMandate(mandateOf()),
    await drawDirectDebitForm(formOf()),
    await drawRequestAcknowledgement(requestAcknowledgementOf()),
    await drawInsuranceAcknowledgement(insuranceAcknowledgementOf()),
    await drawAccountSlip(accountSlipOf()),
    await drawTestPage(testPageOf()),
  ];

  const drawn = { ok: true, value: { pageCount: 1, missingGlyphs: 0 } };
  expect(results).toMatchObject(results.map(() => drawn));
});

test('while many pages are drawn, the kiosk goes on answering', async () => {
  await drawStatement(statementOf([]));
  let answers = 0;
  const touches = setInterval(() => {
    answers += 1;
  }, 5);

  const result = await drawStatement(statementOf(manyPostings(1_500)));
  clearInterval(touches);

  expect(result.ok).toBe(true);
  // Drawn right here, it would leave room for two or three.
  expect(answers).toBeGreaterThan(8);
});

test('wrong figures are refused with a code for the person and a reason in the log', async () => {
  const log = listeningLog();

  const result = await drawStatement({ ...statementOf(leafletPostings), closingBalanceCents: 0 }, log);

  expect(result).toEqual({ ok: false, error: { code: 'DOCUMENT_FAILED' } });
  expect(log.error).toHaveBeenCalledWith('paper.not-drawn', {
    paper: 'statement',
    fault: 'FIGURES_DO_NOT_ADD_UP',
  });
});

test('a bug in the drawing ends its thread, not the kiosk', async () => {
  const log = listeningLog();
  const broken = { ...statementOf([]), locale: 'xx' as 'fr' };

  expect(await drawStatement(broken, log)).toEqual({ ok: false, error: { code: 'DOCUMENT_FAILED' } });
  expect(log.error).toHaveBeenCalledWith('paper.not-drawn', { paper: 'statement', fault: 'THREAD_FAILED' });
  expect(await drawStatement(statementOf([]))).toMatchObject({ ok: true });
});

test('at the end of the session the paper in work is forgotten', async () => {
  const result = drawStatement(statementOf(manyPostings(1_500)));

  await forgetPaper();

  expect(await result).toEqual({ ok: false, error: { code: 'DOCUMENT_FAILED' } });
});

test('the log learns counts, never a name, a label or an amount', async () => {
  const log = listeningLog();

  await drawStatement(statementOf(leafletPostings), log);

  expect(log.info.mock.calls).toEqual([
    ['paper.drawn', { paper: 'statement', pageCount: 1, missingGlyphs: 0, byteCount: expect.any(Number) }],
  ]);
});
