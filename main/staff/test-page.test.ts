import { expect, test, vi } from 'vitest';
import type { PrintJob } from '../../preload/contract.ts';
import { lastResortConfig } from '../config/last-resort-config.ts';
import { silentLog } from '../log/log.ts';
import type { TestPageContent } from '../paper/paper.ts';
import { createStandInPrinter } from '../printing/stand-in-printer.ts';
import { createTestPages } from './test-page.ts';

test('a test page is drawn for this kiosk and this moment, and goes to the printer that was asked for', async () => {
  const printer = createStandInPrinter();
  const news: PrintJob[] = [];
  const draw = vi.fn(async (_content: TestPageContent) => ({
    ok: true as const,
    value: { pdf: new Uint8Array([1]), pageCount: 1, missingGlyphs: 0 },
  }));
  const pages = createTestPages({
    config: {
      ...lastResortConfig,
      kioskId: 'centre-1',
    },
    version: '0.1.0',
    printers: [
      { id: 'a4', paper: 'a4', printer: createStandInPrinter() },
      { id: 'roll', paper: 'roll80', printer },
    ],
    draw,
    onChange: (job) => news.push(job),
    log: silentLog,
    // Half past midnight in Poitiers.
    now: () => new Date('2018-07-31T22:30:00Z'),
  });

  pages.print('roll', 'fr');
  printer.tell({ name: 'completed', pagesTotal: 1 });
  await vi.waitFor(() => expect(news.at(-1)?.state.name).toBe('completed'));

  expect(draw).toHaveBeenCalledExactlyOnceWith({
    landlord: lastResortConfig.landlord,
    agency: { name: 'EKIDOM' },
    kioskId: 'centre-1',
    printerId: 'roll',
    version: '0.1.0',
    printedOn: '2018-08-01',
    printedAt: '00:30',
    locale: 'fr',
    paperSize: 'roll80',
  });
  expect(printer.documents).toHaveLength(1);
});
