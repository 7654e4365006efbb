/** What every paper has to be: how it looks, what it says, and that its file is sound, small, named and tagged. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { drawAccountSlipHere } from './account-slip/draw-account-slip.ts';
import {
  drawDirectDebitFormHere,
  drawDirectDebitMandateHere,
} from './direct-debit-mandate/draw-direct-debit-mandate.ts';
import type { DrawingOutcome, DrawnPaper } from './drawing.ts';
import { drawInsuranceAcknowledgementHere } from './insurance-acknowledgement/draw-insurance-acknowledgement.ts';
import { drawPaymentReceiptHere } from './payment-receipt/draw-payment-receipt.ts';
import { drawRequestAcknowledgementHere } from './request-acknowledgement/draw-request-acknowledgement.ts';
import { drawStatementHere } from './statement/draw-statement.ts';
import { drawTestPageHere } from './test-page/draw-test-page.ts';
import { drawnOf, MAX_BYTES_OF_ONE_PAGE } from './testing/drawn.ts';
import { differencesFromGolden, type Golden } from './testing/golden-pictures.ts';
import {
  checkFile,
  readFonts,
  readLines,
  readProperties,
  readStructure,
  unpack,
} from './testing/read-pdf.ts';
import { accountSlipOf } from './testing/sample-account-slip.ts';
import { insuranceAcknowledgementOf } from './testing/sample-insurance-acknowledgement.ts';
import { formOf, mandateOf } from './testing/sample-mandate.ts';
import { receiptOf } from './testing/sample-receipt.ts';
import { requestAcknowledgementOf } from './testing/sample-request-acknowledgement.ts';
import { leafletPostings, statementOf } from './testing/sample-statement.ts';
import { testPageOf } from './testing/sample-test-page.ts';

// Other programs read the papers back, and they share the machine.
vi.setConfig({ testTimeout: 30_000 });

interface GoldenPaper extends Golden {
  readonly draw: () => Promise<DrawingOutcome>;
  readonly size: 'A4' | 'roll';
  readonly title: string;
  readonly issuedOn: string;
  /** Each is a line, or a part of one, as poppler reads it: columns stand apart by ` | `. */
  readonly says: readonly string[];
  /** The elements that a screen reader has to find, each with how often. */
  readonly tags: Readonly<Record<string, number>>;
}

const RECEIPT = ['73,00 €', '624089', '11 juillet 2018 à 09 h 05', 'Carte bancaire, à la borne'];
const REQUEST = [
  'Accusé de réception',
  'Votre demande, référence D-2018-0412',
  '11 juillet 2018',
  'Plomberie, fuite d’eau',
  'Ce que vous avez écrit',
  'lavabo.jpg',
  'meuble.jpg',
  'Et maintenant ?',
];
const MANY_SCRIPTS = 'الماء يتسرب تحت المغسلة منذ يوم الأحد\nСоседи сверху шумят каждую ночь.\nΚαλημέρα σας.';
const INSURANCE = ['Mutuelle de Poitiers', '1er septembre 2018', '31 août 2019', 'attestation.pdf (2 pages)'];
const ACCOUNT = ['f•••@exemple.fr', '0147852', 'Il reste à valider votre compte', '2. Touchez le lien'];

const papers: readonly GoldenPaper[] = [
  {
    folder: 'statement',
    name: 'a4',
    draw: () => drawStatementHere(statementOf(leafletPostings)),
    size: 'A4',
    title: 'Relevé de compte, bail 004473',
    issuedOn: '2019-01-08',
    says: ['Relevé de compte', '26/06/2018 | APL 06/18 | 191,95 € | 71,60 €', 'Vous devez 27,74 €'],
    tags: { H1: 1, Table: 1, TR: 11, TH: 5, TD: 50 },
  },
  {
    folder: 'payment-receipt',
    name: 'whole-a4',
    draw: () => drawPaymentReceiptHere(receiptOf({ isWhole: true })),
    size: 'A4',
    title: 'Reçu de paiement 7F3A-21C9',
    issuedOn: '2018-07-11',
    says: [...RECEIPT, 'Reçu de paiement', 'Référence 7F3A-21C9', 'Ce reçu n’est pas une quittance'],
    tags: { H1: 1 },
  },
  {
    folder: 'payment-receipt',
    name: 'part-a4',
    draw: () => drawPaymentReceiptHere(receiptOf()),
    size: 'A4',
    title: 'Reçu de paiement partiel 7F3A-21C9',
    issuedOn: '2018-07-11',
    says: [...RECEIPT, 'Reçu de paiement partiel', 'Ce paiement couvre une partie de la somme due.'],
    tags: { H1: 1 },
  },
  {
    folder: 'payment-receipt',
    name: 'part-roll',
    draw: () => drawPaymentReceiptHere(receiptOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Reçu de paiement partiel 7F3A-21C9',
    issuedOn: '2018-07-11',
    says: [...RECEIPT, 'Mme Françoise D’Aubigné-Lefèvre', 'MONTANT : | 73,00 EUR'],
    tags: { H1: 1 },
  },
  {
    folder: 'direct-debit-mandate',
    name: 'signed-a4',
    draw: () => drawDirectDebitMandateHere(mandateOf()),
    size: 'A4',
    title: 'Mandat de prélèvement SEPA, bail 004473',
    issuedOn: '2018-07-11',
    says: [
      'EKI-0147852-003 | FR72ZZZ123456 | 004473',
      'FR14 2004 1010 0505 0001 3M02 606',
      'Le 5 de chaque mois',
    ],
    tags: { H1: 1, H2: 3, Figure: 1 },
  },
  {
    folder: 'direct-debit-mandate',
    name: 'form-a4',
    draw: () => drawDirectDebitFormHere(formOf()),
    size: 'A4',
    title: 'Mandat de prélèvement SEPA',
    issuedOn: '2018-07-11',
    says: [
      'RUM (donnée par le créancier)',
      'FR72ZZZ123456',
      'Remettez ce formulaire signé à l’accueil d’EKIDOM',
    ],
    tags: { H1: 1, H2: 3 },
  },
  {
    folder: 'request-acknowledgement',
    name: 'a4',
    draw: () => drawRequestAcknowledgementHere(requestAcknowledgementOf()),
    size: 'A4',
    title: 'Accusé de réception, demande D-2018-0412',
    issuedOn: '2018-07-11',
    says: [
      ...REQUEST,
      'EKIDOM a enregistré votre demande le',
      'Je suis là tous les matins. Merci de m’appeler avant de passer.',
      'Une question ? Appelez le 05 49 60 33 00 et donnez la référence D-2018-0412.',
    ],
    tags: { H1: 1, H2: 3, BlockQuote: 1, L: 2, LI: 5, Lbl: 5, LBody: 5 },
  },
  {
    folder: 'request-acknowledgement',
    name: 'scripts-a4',
    draw: () =>
      drawRequestAcknowledgementHere(requestAcknowledgementOf({ text: MANY_SCRIPTS, attachments: [] })),
    size: 'A4',
    title: 'Accusé de réception, demande D-2018-0412',
    issuedOn: '2018-07-11',
    says: ['الماء يتسرب تحت المغسلة', 'Соседи сверху шумят каждую ночь.', 'Καλημέρα σας.'],
    tags: { H1: 1, H2: 2, BlockQuote: 1 },
  },
  {
    folder: 'request-acknowledgement',
    name: 'roll',
    draw: () => drawRequestAcknowledgementHere(requestAcknowledgementOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Accusé de réception, demande D-2018-0412',
    issuedOn: '2018-07-11',
    says: [...REQUEST, 'Mon logement, salle de bains', '05 49 60 33 00'],
    tags: { H1: 1, H2: 3, BlockQuote: 1, L: 2, LI: 5 },
  },
  {
    folder: 'insurance-acknowledgement',
    name: 'a4',
    draw: () => drawInsuranceAcknowledgementHere(insuranceAcknowledgementOf()),
    size: 'A4',
    title: 'Accusé de réception, attestation d’assurance A-2018-0097',
    issuedOn: '2018-07-11',
    says: [
      ...INSURANCE,
      'EKIDOM a reçu votre attestation d’assurance le',
      '11 juillet 2018 à 09 h 05',
      'Votre attestation d’assurance, référence A-2018-0097',
      'attestation.pdf (2 pages) | 004473 | 0147852',
      'Elle ne remplace pas l’attestation de votre assureur.',
    ],
    tags: { H1: 1, H2: 1, L: 1, LI: 2 },
  },
  {
    folder: 'insurance-acknowledgement',
    name: 'roll',
    draw: () => drawInsuranceAcknowledgementHere(insuranceAcknowledgementOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Accusé de réception, attestation d’assurance A-2018-0097',
    issuedOn: '2018-07-11',
    says: [...INSURANCE, '004473'],
    tags: { H1: 1, H2: 1, L: 1, LI: 2 },
  },
  {
    folder: 'account-slip',
    name: 'a4',
    draw: () => drawAccountSlipHere(accountSlipOf()),
    size: 'A4',
    title: 'Votre compte en ligne',
    issuedOn: '2018-07-11',
    says: [
      ...ACCOUNT,
      'créé le 11 juillet 2018',
      'Ce lien fonctionne jusqu’au 12 juillet 2018 à 09 h 05.',
      'Sur www.ekidom.fr : « mon compte en ligne »',
      'Il n’est pas écrit sur cette feuille. Ne l’y écrivez pas.',
    ],
    tags: { H1: 1, H2: 3, L: 3, LI: 8 },
  },
  {
    folder: 'account-slip',
    name: 'roll',
    draw: () => drawAccountSlipHere(accountSlipOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Votre compte en ligne',
    issuedOn: '2018-07-11',
    says: [...ACCOUNT, 'Mme Françoise D’Aubigné-Lefèvre'],
    tags: { H1: 1, H2: 3, L: 3, LI: 8 },
  },
  {
    folder: 'test-page',
    name: 'a4',
    draw: () => drawTestPageHere(testPageOf()),
    size: 'A4',
    title: 'Page de test',
    issuedOn: '2018-07-11',
    says: [
      'imprimée le 11 juillet 2018 à 09 h 05',
      'direction-centre-1 | a4 | 0.1.0',
      'La règle mesure 16 cm',
    ],
    tags: { H1: 1 },
  },
  {
    folder: 'test-page',
    name: 'roll',
    draw: () => drawTestPageHere(testPageOf({ printerId: 'roll', paperSize: 'roll80' })),
    size: 'roll',
    title: 'Page de test',
    issuedOn: '2018-07-11',
    says: ['La règle mesure 7 cm', 'direction-centre-1'],
    tags: { H1: 1 },
  },
];

const ROLL_WIDTH_POINTS = (80 * 72) / 25.4;

describe.each(papers)('$folder, $name', (paper) => {
  let drawn: DrawnPaper;
  beforeAll(async () => {
    drawn = drawnOf(await paper.draw());
  });

  test('looks as it was accepted', async () => {
    expect(await differencesFromGolden(paper, drawn.pdf)).toEqual([]);
  });

  test('says what it must', async () => {
    const text = (await readLines(drawn.pdf)).join('\n').replaceAll('\u00a0', ' ');

    for (const line of paper.says) expect(text).toContain(line);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('is a sound file of one page, small, its fonts within it', async () => {
    expect(await checkFile(drawn.pdf)).toContain('No syntax or stream encoding errors found');
    expect(drawn).toMatchObject({ pageCount: 1, missingGlyphs: 0 });
    expect(drawn.pdf.byteLength).toBeLessThan(MAX_BYTES_OF_ONE_PAGE);
    // Embedded, a subset, and with its characters told.
    for (const font of await readFonts(drawn.pdf)) {
      expect(font).toMatch(/^[A-Z]{6}\+(Atkinson|NotoSans)\S+ +CID TrueType .* yes yes yes /);
    }
  });

  test('is named, dated and in a language, and names nobody to a printer’s queue', async () => {
    const properties = await readProperties(drawn.pdf);
    const unpacked = await unpack(drawn.pdf);

    expect(properties).toMatchObject({
      Title: paper.title,
      Author: 'EKIDOM',
      CreationDate: `${paper.issuedOn}T00:00:00Z`,
      ModDate: `${paper.issuedOn}T00:00:00Z`,
      Tagged: 'yes',
    });
    const size = properties['Page size'] ?? '';
    if (paper.size === 'A4') expect(size).toContain('(A4)');
    else expect(Number.parseFloat(size)).toBeCloseTo(ROLL_WIDTH_POINTS, 1);
    expect(Object.values(properties).join(' ')).not.toMatch(/Aubigné|0147852|exemple|73,00|FR14/);
    expect(unpacked).toMatch(/\/Lang (\(fr-FR\)|<feff00660072002d00460052>)/);
    expect(unpacked).toContain('/DisplayDocTitle true');
  });

  test('tells a screen reader its parts', async () => {
    const structure = await readStructure(drawn.pdf);

    expect(structure).toMatch(/^Document/m);
    for (const [tag, count] of Object.entries(paper.tags)) {
      expect([tag, structure.match(new RegExp(`^ *${tag}(?![A-Za-z0-9])`, 'gm'))?.length]).toEqual([
        tag,
        count,
      ]);
    }
    // What stands at the foot of each page is not read out again and again.
    expect(structure).not.toContain('Page 1');
  });

  test('has the same bytes when it is drawn again', async () => {
    const again = drawnOf(await paper.draw());

    expect(Buffer.from(again.pdf).equals(Buffer.from(drawn.pdf))).toBe(true);
  });
});
