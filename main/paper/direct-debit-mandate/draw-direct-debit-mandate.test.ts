import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { DrawnPaper } from '../drawing.ts';
import { A4 } from '../layout/document.ts';
import { drawnOf, MAX_BYTES_OF_ONE_PAGE } from '../testing/drawn.ts';
import { readDarkness, readLines, readStructure, unpack } from '../testing/read-pdf.ts';
import { formOf, mandateOf, signaturePath } from '../testing/sample-mandate.ts';
import type { DirectDebitMandateContent } from './direct-debit-mandate-content.ts';
import { drawDirectDebitFormHere, drawDirectDebitMandateHere } from './draw-direct-debit-mandate.ts';

// Other programs read the papers back, and they share the machine.
vi.setConfig({ testTimeout: 30_000 });

const DARK = 150;

async function drawMandate(changes: Partial<DirectDebitMandateContent> = {}): Promise<DrawnPaper> {
  return drawnOf(await drawDirectDebitMandateHere(mandateOf(changes)));
}

/** As a line is read: no-break spaces are told apart elsewhere. */
function plain(lines: string[]): string[] {
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

/** The box to sign in, the only one two and a half times as wide as high. Points from the upper left. */
async function signatureBox(pdf: Uint8Array) {
  const boxes = Array.from(
    (await unpack(pdf)).matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re S/g),
    (match) => match.slice(1).map(Number),
  );
  const box = boxes.find(([, , width = 0, height = 1]) => Math.abs(width / height - 2.5) < 0.01);
  if (!box) throw new Error('There is a box to sign in');
  const [x = 0, y = 0, width = 0, height = 0] = box;
  return { x, y: A4.height - y - height, scale: width / 1000 };
}

describe('a mandate that was signed at the kiosk', () => {
  let drawn: DrawnPaper;
  beforeAll(async () => {
    drawn = await drawMandate();
  });

  test('reads from top to bottom like this', async () => {
    expect(plain(await readLines(drawn.pdf))).toEqual([
      'Mandat de prélèvement SEPA',
      'Référence unique du mandat (RUM) | Identifiant créancier SEPA (ICS) | Numéro de bail',
      'EKI-0147852-003 | FR72ZZZ123456 | 004473',
      'En signant ce formulaire de mandat, vous autorisez (A) EKIDOM à envoyer des instructions à votre banque pour',
      'débiter votre compte, et (B) votre banque à débiter votre compte conformément aux instructions d’EKIDOM.',
      'Vous bénéficiez du droit d’être remboursé par votre banque selon les conditions décrites dans la convention',
      'que vous avez passée avec elle. Une demande de remboursement doit être présentée dans les 8 semaines',
      'suivant la date de débit de votre compte pour un prélèvement autorisé, et sans tarder, au plus tard dans les',
      '13 mois, pour un prélèvement non autorisé.',
      'Le compte à débiter',
      'Nom du titulaire du compte | Adresse du titulaire du compte',
      'Mme Françoise D’Aubigné-Lefèvre | 12 rue de l’Église',
      '86000 Poitiers',
      'Numéro de compte international (IBAN)',
      'FR14 2004 1010 0505 0001 3M02 606',
      'Code de la banque (BIC) | Jour du prélèvement',
      'PSSTFRPPLIM | Le 5 de chaque mois',
      'Le créancier',
      'Nom et adresse | Type de paiement',
      'EKIDOM | Paiement récurrent',
      '65 avenue John Kennedy',
      '86000 Poitiers',
      'Votre accord',
      'Fait à | Signature',
      'La borne d’accueil d’EKIDOM',
      'Le',
      '11 juillet 2018',
      'Vos droits concernant ce mandat sont expliqués dans un document que vous pouvez obtenir auprès de votre',
      'banque.',
      'Les informations de ce mandat ne servent qu’à la gestion de vos paiements par EKIDOM. Vous pouvez les',
      'consulter, les faire rectifier ou vous opposer à leur usage en vous adressant à l’accueil.',
      'Mandat de prélèvement SEPA · bail 004473 · édité le 11 juillet 2018 | Page 1 sur 1',
      'EKIDOM',
    ]);
  });

  test('shows the signature where it was drawn, and nothing of it elsewhere in the box', async () => {
    const { x, y, scale } = await signatureBox(drawn.pdf);
    const onPaper = (sheetX: number, sheetY: number) => ({ x: x + sheetX * scale, y: y + sheetY * scale });

    const [onLine, atItsEnd, afterTheCurve, ...empty] = await readDarkness(drawn.pdf, [
      onPaper(300, 200),
      onPaper(500, 50),
      onPaper(850, 200),
      onPaper(300, 100),
      onPaper(300, 300),
      onPaper(950, 200),
    ]);

    expect(Math.min(onLine ?? 0, atItsEnd ?? 0, afterTheCurve ?? 0)).toBeGreaterThan(DARK);
    expect(empty).toEqual([0, 0, 0]);
  });

  test('tells a screen reader its parts, and that it is signed', async () => {
    const structure = await readStructure(drawn.pdf);

    expect(structure).toMatch(/H1 \(block\)\s+"Mandat de prélèvement SEPA"/);
    for (const part of ['Le compte à débiter', 'Le créancier', 'Votre accord']) {
      expect(structure).toMatch(new RegExp(`H2 \\(block\\)\\s+"${part}"`));
    }
    expect(structure).toMatch(/Figure/);
    expect(await unpack(drawn.pdf)).toContain(
      Buffer.from('Signature du', 'utf16le').swap16().toString('hex'),
    );
  });
});

test('the longest signature that is taken is still a small file', async () => {
  const strokes = Array.from({ length: 2_000 }, (_, step) => `L${(step * 37) % 1000} ${(step * 91) % 400}`);

  const { pdf } = await drawMandate({ signaturePath: `M0 0${strokes.join('')}` });

  expect(pdf.byteLength).toBeLessThan(MAX_BYTES_OF_ONE_PAGE);
});

test('one without a BIC does not speak of it', async () => {
  const lines = plain(await readLines((await drawMandate({ bic: null })).pdf));

  expect(lines.join('\n')).not.toContain('BIC');
  expect(lines).toContain('Le 5 de chaque mois');
});

test('one that is to be signed by hand has an empty box, and room for place and date', async () => {
  const { pdf } = await drawMandate({ signaturePath: null, day: 1 });

  const text = plain(await readLines(pdf)).join('\n');
  expect(text).toContain('Le 1er de chaque mois');
  expect(text).toMatch(/Fait à \| Signature\nLe\n/);
  expect(text).toContain('Remettez ce formulaire signé à l’accueil d’EKIDOM');
  expect(await readStructure(pdf)).not.toContain('Figure');
});

test('one that was signed elsewhere says where', async () => {
  const lines = await readLines((await drawMandate({ place: 'Direction territoriale Centre' })).pdf);

  expect(lines).toContain('Direction territoriale Centre');
});

test('an English mandate is English', async () => {
  const lines = plain(await readLines((await drawMandate({ locale: 'en' })).pdf));

  expect(lines).toEqual(
    expect.arrayContaining([
      'SEPA Direct Debit Mandate',
      'PSSTFRPPLIM | Day 5 of each month',
      '11 July 2018',
    ]),
  );
  expect(lines.join(' ')).toContain(
    'within 8 weeks starting from the date on which your account was debited',
  );
});

test.each<[string, Partial<DirectDebitMandateContent>, string]>([
  ['a day that does not exist', { signedOn: '2018-02-30' }, 'DATE_IMPOSSIBLE'],
  ['a day that February lacks', { day: 29 }, 'DAY_OF_MONTH_IMPOSSIBLE'],
  ['half a day', { day: 1.5 }, 'DAY_OF_MONTH_IMPOSSIBLE'],
  ['what is no IBAN', { iban: 'FR14 2004' }, 'IBAN_UNREADABLE'],
  ['a signature that is no strokes', { signaturePath: `${signaturePath} Q BT` }, 'SIGNATURE_UNREADABLE'],
])('there is no mandate with %s', async (_, changes, fault) => {
  expect(await drawDirectDebitMandateHere(mandateOf(changes))).toEqual({ ok: false, fault });
});

describe('the form to be filled in by hand', () => {
  test('has a line or a box for everything that is not known', async () => {
    const drawn = drawnOf(await drawDirectDebitFormHere(formOf()));

    const text = plain(await readLines(drawn.pdf)).join('\n');
    expect(drawn).toMatchObject({ pageCount: 1, missingGlyphs: 0 });
    expect(text).toContain(
      'RUM (donnée par le créancier) | Identifiant créancier SEPA (ICS) | Numéro de bail',
    );
    expect(text).toContain('Nom du titulaire du compte | Adresse du titulaire du compte\nNuméro de compte');
    expect(text).toContain('au plus tard dans les\n13 mois, pour un prélèvement non autorisé.');
    expect(text).toContain('Remettez ce formulaire signé à l’accueil d’EKIDOM');
    expect(text).not.toContain('null');
    // A box for each character of an IBAN and of a BIC, and one to sign in.
    expect((await unpack(drawn.pdf)).match(/ re S$/gm)).toHaveLength(27 + 11 + 1);
  });

  test('names whoever is signed in, and leaves the creditor’s number to be written where it is not known', async () => {
    const { creditor } = formOf();
    const content = formOf({
      creditor: { ...creditor, identifier: null },
      tenantName: 'Mme Françoise D’Aubigné-Lefèvre',
      leaseNumber: '004473',
    });

    const text = (await readLines(drawnOf(await drawDirectDebitFormHere(content)).pdf)).join('\n');

    expect(text).toContain('Mme Françoise D’Aubigné-Lefèvre');
    expect(text).toContain('004473');
    expect(text).not.toContain('FR72ZZZ123456');
  });

  test('is not drawn for a day that does not exist', async () => {
    const outcome = await drawDirectDebitFormHere(formOf({ issuedOn: 'demain' }));

    expect(outcome).toEqual({ ok: false, fault: 'DATE_IMPOSSIBLE' });
  });
});
