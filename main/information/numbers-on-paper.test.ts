import { expect, test } from 'vitest';
import type { Information } from '../../preload/information-contract.ts';
import type { UsefulNumbersContent } from '../paper/paper.ts';
import { pretendPrintJobs } from '../printing/testing/pretend-print-jobs.ts';
import { createNumbersOnPaper } from './numbers-on-paper.ts';

const landlord = { name: 'EKIDOM', addressLines: ['65 avenue John Kennedy'], phone: '05 36 49 10 00' };
const here = {
  agencyId: 'centre',
  name: 'Centre',
  addressLines: ['12 place du Marché'],
  phone: '05 36 49 10 11',
  openingHours: ['9 h – 17 h'],
};

test('the paper says in the person’s language what the screen says, the most pressing first', async () => {
  const drawn = await print({
    here,
    agencies: [],
    texts: [],
    paymentMethods: [],
    numbers: [
      { ...number('duty-line', 'dutyLine'), when: { fr: 'La nuit', en: 'At night' } },
      { ...number('lift', 'lift'), when: null },
    ],
  });

  expect(drawn).toMatchObject({
    agency: { name: 'Centre', phone: '05 36 49 10 11' },
    numbers: [
      { name: 'lift in English', phone: '05 00', when: null },
      { name: 'duty-line in English', phone: '05 00', when: 'At night' },
    ],
    printedOn: '2018-07-11',
    locale: 'en',
  });
});

async function print(read: Information): Promise<UsefulNumbersContent | null> {
  let content: UsefulNumbersContent | null = null;
  const printJobs = pretendPrintJobs();
  const numbersOnPaper = createNumbersOnPaper({
    config: { landlord },
    information: { read: () => read },
    printJobs,
    async draw(given) {
      content = given;
      return { ok: false, error: { code: 'DOCUMENT_FAILED' } };
    },
    now: () => new Date('2018-07-11T09:00:00Z'),
  });

  expect(numbersOnPaper.print('en')).toEqual({ ok: true, value: { jobId: 'job-1' } });
  await printJobs.prepared();
  return content;
}

function number(id: string, kind: 'lift' | 'dutyLine') {
  return { id, kind, name: { fr: `${id} en français`, en: `${id} in English` }, phone: '05 00' };
}
