import type { Path } from './path.ts';
import type { StyleName } from './styles.ts';

/**
 * The language in which every paper is written: what stands on it and in which order, not where. Texts come
 * formatted and in the reader's language. All lengths are points.
 */
export interface PaperDocument {
  readonly format: PaperFormat;
  /** BCP 47. */
  readonly languageTag: string;
  readonly title: string;
  readonly author: string;
  readonly issuedOn: string;
  readonly body: readonly Block[];
  /** Null on a roll, which has no foot. */
  readonly footer: ((page: number, pageCount: number) => Footer) | null;
}

/** What printers of a kiosk print on: sheets, or the roll of a printer of receipts. */
export type PaperSize = 'a4' | 'roll80';

export interface PaperFormat {
  readonly width: number;
  /** `asNeeded`: paper from a roll, cut where the text ends. */
  readonly height: number | 'asNeeded';
  readonly margin: { readonly top: number; readonly bottom: number; readonly sides: number };
}

export interface Footer {
  readonly lines: readonly string[];
  readonly pageLabel: string;
}

export type Block =
  | StackedBlock
  | ColumnsBlock
  | FramedBlock
  | TableBlock
  | ListBlock
  | MeasureBlock
  | CodeBlock
  | QuotationBlock
  | VerbatimBlock;

/** What may stand in a column. */
export type StackedBlock = TextBlock | SpaceBlock | FieldBlock | SignatureBlock;

export interface TextBlock {
  readonly kind: 'text';
  /** What it is to somebody who hears the paper read out. */
  readonly role: 'H1' | 'H2' | 'P';
  readonly style: StyleName;
  readonly text: string;
  /** Shares its page with the block that follows. A title always does. */
  readonly keepWithNext?: boolean;
}

/** Empty room. It keeps what is above with what is below, and vanishes at the top of a page. */
export interface SpaceBlock {
  readonly kind: 'space';
  readonly height: number;
}

/** Something to be known, on lines of a form: what is known already stands there, and the rest is written by hand. */
export interface FieldBlock {
  readonly kind: 'field';
  readonly label: string;
  /** At least one. An empty one is a line to write on. */
  readonly lines: readonly string[];
  /** Instead of a line to write on: a box for each of so many characters. */
  readonly boxes?: number;
}

/** A box to sign in, two and a half times as wide as high, with a signature in it or none yet. */
export interface SignatureBlock {
  readonly kind: 'signature';
  readonly label: string;
  /** On a sheet of 1000 by 400. */
  readonly path: Path | null;
  /** Read out instead of the strokes. */
  readonly alternative: string;
}

/** Side by side, each with its share of the width. Never split between pages. */
export interface ColumnsBlock {
  readonly kind: 'columns';
  readonly gap: number;
  readonly columns: readonly { readonly share: number; readonly blocks: readonly StackedBlock[] }[];
}

/** In a box. Never split between pages. */
export interface FramedBlock {
  readonly kind: 'framed';
  readonly blocks: readonly TextBlock[];
  readonly keepWithNext?: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** So many of the first rows share a page, and so many of the last. */
  readonly together: { readonly first: number; readonly last: number };
  /** The last rows also share their page with the block that follows. */
  readonly keepWithNext: boolean;
}

/** A ruler and a grid of squares of one centimetre, so many wide and high. To a screen reader it is decoration. */
export interface MeasureBlock {
  readonly kind: 'measure';
  readonly columns: number;
  readonly rows: number;
}

/** A square that a reader reads, as large as it is told. */
export interface CodeBlock {
  readonly kind: 'code';
  /** Row by row, each as wide as there are rows: which modules are dark. */
  readonly modules: readonly (readonly boolean[])[];
  readonly side: number;
  /** Read out instead. */
  readonly alternative: string;
}

/** Things one after the other: numbered where they are to be done in this order. */
export interface ListBlock {
  readonly kind: 'list';
  readonly isNumbered: boolean;
  readonly items: readonly string[];
}

/** What a person wrote, in whatever script, with a bar beside it. It goes on over pages. */
export interface QuotationBlock {
  readonly kind: 'quotation';
  readonly paragraphs: readonly string[];
}

/** Lines that something else wrote: as they are, equally wide in each character, with a bar beside them. */
export interface VerbatimBlock {
  readonly kind: 'verbatim';
  readonly lines: readonly string[];
}

export interface TableColumn {
  readonly header: string;
  readonly align: 'start' | 'end';
  /** `content`: as wide as its widest cell. `rest`: what the others leave; its cells wrap. */
  readonly width: { readonly kind: 'content'; readonly min: number } | { readonly kind: 'rest' };
}

export interface TableRow {
  readonly emphasis: 'plain' | 'strong';
  /** One for each column, empty where there is nothing to say. */
  readonly cells: readonly string[];
}

const POINTS_IN_A_MILLIMETRE = 72 / 25.4;

export function millimetres(length: number): number {
  return length * POINTS_IN_A_MILLIMETRE;
}

export function inMillimetres(points: number): number {
  return points / POINTS_IN_A_MILLIMETRE;
}

/** The wider one of the two rolls that receipt printers take; they leave 4 mm at either side. */
export const ROLL_80: PaperFormat = {
  width: millimetres(80),
  height: 'asNeeded',
  margin: { top: millimetres(5), bottom: millimetres(8), sides: millimetres(4) },
};

/** ISO 216. */
export const A4 = {
  width: millimetres(210),
  height: millimetres(297),
  margin: { top: millimetres(16), bottom: millimetres(26), sides: millimetres(18) },
} as const satisfies PaperFormat;

export const FORMATS: Readonly<Record<PaperSize, PaperFormat>> = { a4: A4, roll80: ROLL_80 };
