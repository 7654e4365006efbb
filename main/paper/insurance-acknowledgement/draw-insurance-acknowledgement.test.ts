import { expect, test } from 'vitest';
import { drawnOf } from '../testing/drawn.ts';
import { readLines } from '../testing/read-pdf.ts';
import { insuranceAcknowledgementOf } from '../testing/sample-insurance-acknowledgement.ts';
import { drawInsuranceAcknowledgementHere } from './draw-insurance-acknowledgement.ts';
import type { InsuranceAcknowledgementContent } from './insurance-acknowledgement-content.ts';

test('it speaks English, and one page is one', async () => {
  const content = insuranceAcknowledgementOf({ locale: 'en', document: { name: 'scan.pdf', pageCount: 1 } });

  const text = (await readLines(drawnOf(await drawInsuranceAcknowledgementHere(content)).pdf)).join('\n');

  expect(text.replaceAll('\u00a0', ' ')).toContain('scan.pdf (1 page)');
  expect(text.replaceAll('\u00a0', ' ')).toContain('This insurance ends on 31 August 2019');
});

test('what was scanned has no name, and of an insurer nobody was asked', async () => {
  const content = insuranceAcknowledgementOf({ insurer: null, document: { name: null, pageCount: 2 } });

  const text = (await readLines(drawnOf(await drawInsuranceAcknowledgementHere(content)).pdf)).join('\n');

  expect(text.replaceAll('\u00a0', ' ')).toContain('2 pages');
  expect(text).not.toMatch(/Assureur|null/);
});

test.each<[string, Partial<InsuranceAcknowledgementContent>, string]>([
  ['a day that does not exist', { insured: { from: '2018-02-30', to: '2019-02-28' } }, 'DATE_IMPOSSIBLE'],
  ['an end before its beginning', { insured: { from: '2019-01-01', to: '2018-12-31' } }, 'DATE_IMPOSSIBLE'],
  ['no instant', { receivedAt: 'hier' }, 'DATE_IMPOSSIBLE'],
  ['an empty document', { document: { name: 'vide.pdf', pageCount: 0 } }, 'DOCUMENT_WITHOUT_PAGES'],
])('there is no acknowledgement of an insurance with %s', async (_, changes, fault) => {
  expect(await drawInsuranceAcknowledgementHere(insuranceAcknowledgementOf(changes))).toEqual({
    ok: false,
    fault,
  });
});
