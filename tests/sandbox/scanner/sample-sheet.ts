/** The paper that lies in the sandbox's scanner: what a tenant brings, drawn as a scanner sees it. */
import { spawn } from 'node:child_process';
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import type { JobSettings } from './escl-words.ts';

export type DrawSheet = (number: number, settings: JobSettings) => Promise<Uint8Array>;

const LINES = [
  'Attestation d\u2019assurance habitation',
  '',
  'La Mutuelle du Bac à Sable certifie que le logement désigné ci-dessous',
  'est assuré contre les risques locatifs : incendie, explosion, dégâts des eaux.',
  '',
  'Assuré : Camille Exemple',
  'Adresse : 12 rue des Essais, 86000 Poitiers',
  'Période de garantie : du 01/07/2018 au 30/06/2019',
];

const DRAW_TIMEOUT_MS = 20_000;
const drawn = new Map<string, Promise<Uint8Array>>();

/** The same sheet is drawn once. */
export const drawSampleSheet: DrawSheet = (number, settings) => {
  const { format, colourMode, dotsPerInch } = settings;
  const key = [number, format, colourMode, dotsPerInch].join(' ');
  const sheet = drawn.get(key) ?? draw(number, settings);
  drawn.set(key, sheet);
  return sheet;
};

async function draw(number: number, { format, colourMode, dotsPerInch }: JobSettings): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  page.drawRectangle({ x: 60, y: 770, width: 475, height: 6, color: rgb(0.04, 0.31, 0.42) });
  for (const [at, line] of LINES.entries()) {
    page.drawText(line, { x: 60, y: 730 - at * 24, size: at === 0 ? 20 : 12, font: at === 0 ? bold : font });
  }
  page.drawText(`Feuille ${number}`, { x: 60, y: 60, size: 12, font });
  const pdf = await document.save();
  if (format === 'application/pdf') return pdf;
  return asJpeg(pdf, ['-r', String(dotsPerInch), ...(colourMode === 'Grayscale8' ? ['-gray'] : [])]);
}

async function asJpeg(pdf: Uint8Array, words: readonly string[]): Promise<Uint8Array> {
  const program = spawn('pdftoppm', ['-jpeg', '-singlefile', ...words, '-'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: DRAW_TIMEOUT_MS,
  });
  program.stdin.end(pdf);
  return Buffer.concat(await program.stdout.toArray());
}
