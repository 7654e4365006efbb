import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { PAYMENT_MEANS } from '../../../preload/payment-contract.ts';
import type { DrawnPaper } from '../drawing.ts';
import { messagesIn } from '../messages/messages.ts';
import { drawnOf } from '../testing/drawn.ts';
import { readFonts, readLines, readPages, readStructure } from '../testing/read-pdf.ts';
import { receiptOf, terminalTicket } from '../testing/sample-receipt.ts';
import { drawPaymentReceiptHere } from './draw-payment-receipt.ts';
import type { PaymentReceiptContent } from './payment-receipt-content.ts';

// Other programs read the papers back, and they share the machine.
vi.setConfig({ testTimeout: 30_000 });

async function draw(changes: Partial<PaymentReceiptContent> = {}): Promise<DrawnPaper> {
  return drawnOf(await drawPaymentReceiptHere(receiptOf(changes)));
}

async function linesOf(changes: Partial<PaymentReceiptContent>): Promise<string[]> {
  return plain(await readLines((await draw(changes)).pdf));
}

/** As a line is read: no-break spaces are told apart elsewhere. */
function plain(lines: string[]): string[] {
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

describe('the receipt of a part payment', () => {
  let drawn: DrawnPaper;
  beforeAll(async () => {
    drawn = await draw();
  });

  test('reads from top to bottom like this', async () => {
    expect(plain(await readLines(drawn.pdf))).toEqual([
      'EKIDOM',
      '65 avenue John Kennedy | Mme Françoise D’Aubigné-Lefèvre',
      '86000 Poitiers',
      '05 49 60 33 00',
      'Direction territoriale Centre-ville',
      'Reçu de paiement partiel',
      'Référence 7F3A-21C9',
      'EKIDOM a reçu la somme de',
      '73,00 €',
      'Payé le | Moyen de paiement | Numéro d’autorisation',
      '11 juillet 2018 à 09 h 05 | Carte bancaire, à la borne | 624089',
      'Numéro de bail | Numéro de locataire',
      '004473 | 0147852',
      'Ce paiement couvre une partie de la somme due.',
      'Ce reçu n’est pas une quittance : la quittance est remise pour un mois payé en entier.',
      'Une question sur ce paiement ? Appelez le 05 49 60 33 00 et donnez la référence 7F3A-21C9.',
      'Ticket du terminal de paiement',
      'CARTE BANCAIRE',
      'SANS CONTACT',
      'EKIDOM POITIERS',
      'LE 11/07/18 A 09:05:07',
      '############1111',
      'AUTO : | 624089',
      'MONTANT : | 73,00 EUR',
      'DÉBIT',
      'TICKET CLIENT',
      'À CONSERVER',
      'Reçu de paiement partiel · référence 7F3A-21C9 · édité le 11 juillet 2018 | Page 1 sur 1',
      'EKIDOM · 05 49 60 33 00',
    ]);
  });

  test('sets the ticket in letters of one width', async () => {
    expect((await readFonts(drawn.pdf)).join('\n')).toContain('AtkinsonHyperlegibleMono-Regular');
  });

  test('tells a screen reader each line of the ticket by itself, as it is', async () => {
    const structure = await readStructure(drawn.pdf);

    for (const line of terminalTicket.split('\r\n').filter((text) => text !== '')) {
      expect(structure).toContain(`"${line.trimEnd()}"`);
    }
  });
});

test('a whole payment has a receipt too, and it does not speak of a part', async () => {
  const lines = await linesOf({ isWhole: true });

  expect(lines).toContain('Reçu de paiement');
  expect(lines.join('\n')).not.toMatch(/partie/);
});

test.each([
  [true, 'fr'],
  [false, 'fr'],
  [true, 'en'],
  [false, 'en'],
] as const)('a quittance is named only to say that this is none (whole: %s, %s)', async (isWhole, locale) => {
  const lines = await linesOf({ isWhole, locale });

  const naming = lines.filter((line) => /quittance/i.test(line));
  expect(naming).toEqual([messagesIn(locale).paymentReceipt.isNoQuittance.replaceAll('\u00a0', ' ')]);
  expect(naming[0]).toMatch(/n’est pas une quittance|is not a “quittance”/);
});

test('what is not known is not spoken of', async () => {
  const nothing = { tenantName: null, tenantNumber: null, leaseNumber: null, authorisationNumber: null };

  const text = (await linesOf({ ...nothing, ticketText: null, noticeReference: '20180700447353' })).join(
    '\n',
  );

  expect(text).toContain('2018 0700 4473 53');
  expect(text).not.toMatch(/null|locataire|bail|autorisation|Ticket/);
});

test.each(['fr', 'en'] as const)(
  'the longest day and every means have room on one line (%s)',
  async (locale) => {
    const moment = locale === 'fr' ? '30 septembre 2026 à 23 h 59' : '30 September 2026 at 23:59';

    for (const means of PAYMENT_MEANS) {
      const lines = await linesOf({ means, locale, paidAt: '2026-09-30T21:59:00.000Z' });

      expect(lines).toContain(`${moment} | ${messagesIn(locale).paymentReceipt.means[means]} | 624089`);
    }
  },
);

test('a payment after midnight in France has the day of France', async () => {
  const lines = await linesOf({ paidAt: '2018-12-31T23:30:00.000Z' });

  expect(lines.join('\n')).toContain('1er janvier 2019 à 00 h 30');
});

test.each(['\n', '\r\n', '\r'])('a ticket has its own lines, however they end (%j)', async (end) => {
  const structure = await readStructure((await draw({ ticketText: `A  1${end}${end} B   2${end}` })).pdf);

  expect(structure).toMatch(/"A {2}1"\n.*\n +" B {3}2"\n$/);
});

test('a ticket of two hundred lines goes on over pages, and none of them is lost', async () => {
  const ticket = Array.from({ length: 200 }, (_, index) => `LIGNE ${index}`);

  const pages = await readPages((await draw({ ticketText: ticket.join('\n') })).pdf);

  expect(pages.length).toBeGreaterThan(2);
  expect(pages.flat().filter((line) => line.startsWith('LIGNE'))).toEqual(ticket);
});

test('a line of the ticket that is too wide goes on in the next one', async () => {
  const line = 'ABCDEFGHIJ'.repeat(30);

  const lines = await linesOf({ ticketText: line });

  expect(lines.filter((text) => /^[A-J]+$/.test(text)).join('')).toBe(line);
});

test('any amount is printed to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 100_000_000_000 }), async (amountCents) => {
      const lines = await linesOf({ amountCents, ticketText: null });

      const printed = lines[lines.indexOf('EKIDOM a reçu la somme de') + 1] ?? '';
      expect(Number(printed.replace(/[^\d]/g, ''))).toBe(amountCents);
    }),
    { numRuns: 5 },
  );
});

test.each<[string, Partial<PaymentReceiptContent>, string]>([
  ['nothing', { amountCents: 0 }, 'AMOUNT_NOT_POSITIVE'],
  ['less than nothing', { amountCents: -1 }, 'AMOUNT_NOT_POSITIVE'],
  ['half a cent', { amountCents: 0.5 }, 'NOT_WHOLE_CENTS'],
  ['a day that does not exist', { issuedOn: '2018-02-30' }, 'DATE_IMPOSSIBLE'],
  ['no instant', { paidAt: 'hier' }, 'DATE_IMPOSSIBLE'],
  ['a line without end', { ticketText: 'x'.repeat(10_001) }, 'TICKET_TOO_LONG'],
  ['a ticket without end', { ticketText: 'x\n'.repeat(301) }, 'TICKET_TOO_LONG'],
])('there is no receipt for %s', async (_, changes, fault) => {
  expect(await drawPaymentReceiptHere(receiptOf(changes))).toEqual({ ok: false, fault });
});
