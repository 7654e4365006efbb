import type { Typesetter } from '../type/typesetter.ts';
import { layOutCode } from './code.ts';
import type {
  Block,
  ColumnsBlock,
  FramedBlock,
  PaperDocument,
  PaperFormat,
  StackedBlock,
} from './document.ts';
import { layOutField } from './field.ts';
import { layOutList } from './list.ts';
import { layOutMeasure } from './measure.ts';
import { paginate } from './paginate.ts';
import { layOutQuotation } from './quotation.ts';
import { layOutSignature } from './signature.ts';
import { type Element, type Mark, moveMark, type Strip } from './strip.ts';
import { styles } from './styles.ts';
import { layOutTable } from './table.ts';
import { heightOf, layOutText, markLines, setParagraph } from './text.ts';
import { layOutVerbatim } from './verbatim.ts';

const FRAME_PADDING = 12;
const FRAME_THICKNESS = 1.2;
const FOOTER_RULE_THICKNESS = 0.4;
const FOOTER_GAP = 7;

/** The marks of each page, with x and y counted from the page's upper left corner in points. */
export interface LaidOutPaper {
  readonly pages: readonly (readonly Mark[])[];
  readonly pageHeight: number;
  readonly structure: Element;
  /** How many characters are shown as replaced, on all pages together. */
  readonly missingGlyphs: number;
}

export function layOut(document: PaperDocument, typesetter: Typesetter): LaidOutPaper {
  const { format, body } = document;
  const { margin } = format;
  const width = format.width - 2 * margin.sides;
  const structure: Element = { role: 'Document', children: [] };
  const strips = body.flatMap((block) => layOutBlock(block, width, structure, typesetter));
  const pageHeight = heightOfPage(format, strips);
  // A rounding error must not turn the page of a roll.
  const room =
    format.height === 'asNeeded' ? Number.POSITIVE_INFINITY : pageHeight - margin.top - margin.bottom;
  const bodies = paginate(strips, room);
  const pages = bodies.map((marks, index) => [
    ...marks.map((mark) => moveMark(mark, margin.sides, margin.top)),
    ...layOutFooter(document, { page: index + 1, pageCount: bodies.length, pageHeight }, typesetter),
  ]);
  const texts = pages.flat().filter((mark) => mark.kind === 'text');
  const missingGlyphs = texts.reduce((sum, mark) => sum + mark.line.replacements, 0);
  return { pages, pageHeight, structure, missingGlyphs };
}

function heightOfPage({ height, margin }: PaperFormat, strips: readonly Strip[]): number {
  if (height !== 'asNeeded') return height;
  return strips.reduce((sum, strip) => sum + strip.height, margin.top + margin.bottom);
}

function layOutBlock(block: Block, width: number, parent: Element, typesetter: Typesetter): Strip[] {
  switch (block.kind) {
    case 'text':
    case 'space':
    case 'field':
    case 'signature':
      return [layOutStacked(block, width, parent, typesetter)];
    case 'columns':
      return [layOutColumns(block, width, parent, typesetter)];
    case 'framed':
      return [layOutFramed(block, width, parent, typesetter)];
    case 'table':
      return layOutTable(block, width, parent, typesetter);
    case 'list':
      return layOutList(block, width, parent, typesetter);
    case 'measure':
      return [layOutMeasure(block)];
    case 'code':
      return [layOutCode(block, parent)];
    case 'quotation':
      return layOutQuotation(block, width, parent, typesetter);
    case 'verbatim':
      return layOutVerbatim(block, width, parent, typesetter);
  }
}

function layOutStacked(block: StackedBlock, width: number, parent: Element, typesetter: Typesetter): Strip {
  switch (block.kind) {
    case 'text':
      return layOutText(block, width, parent, typesetter);
    case 'space':
      return { height: block.height, marks: [], keepWithNext: true, isSpace: true };
    case 'field':
      return layOutField(block, width, parent, typesetter);
    case 'signature':
      return layOutSignature(block, width, parent, typesetter);
  }
}

function layOutColumns(block: ColumnsBlock, width: number, parent: Element, typesetter: Typesetter): Strip {
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
  const unit = (width - block.gap * (block.columns.length - 1)) / shares;
  let x = 0;
  const columns = block.columns.map(({ share, blocks }) => {
    const stack = stackTexts(blocks, unit * share, parent, typesetter);
    const moved = stack.marks.map((mark) => moveMark(mark, x, 0));
    x += unit * share + block.gap;
    return { height: stack.height, marks: moved };
  });
  return {
    height: Math.max(...columns.map((column) => column.height)),
    marks: columns.flatMap((column) => column.marks),
    keepWithNext: false,
  };
}

function layOutFramed(block: FramedBlock, width: number, parent: Element, typesetter: Typesetter): Strip {
  const stack = stackTexts(block.blocks, width - 2 * FRAME_PADDING, parent, typesetter);
  const height = stack.height + 2 * FRAME_PADDING;
  return {
    height,
    marks: [
      { kind: 'frame', x: 0, y: 0, width, height, thickness: FRAME_THICKNESS },
      ...stack.marks.map((mark) => moveMark(mark, FRAME_PADDING, FRAME_PADDING)),
    ],
    keepWithNext: block.keepWithNext ?? false,
  };
}

function stackTexts(blocks: readonly StackedBlock[], width: number, parent: Element, typesetter: Typesetter) {
  const marks: Mark[] = [];
  let height = 0;
  for (const block of blocks) {
    const strip = layOutStacked(block, width, parent, typesetter);
    marks.push(...strip.marks.map((mark) => moveMark(mark, 0, height)));
    height += strip.height;
  }
  return { marks, height };
}

/** Below the body, on every page; to a screen reader it is decoration. */
function layOutFooter(
  { format, footer }: PaperDocument,
  { page, pageCount, pageHeight }: { page: number; pageCount: number; pageHeight: number },
  typesetter: Typesetter,
): Mark[] {
  if (!footer) return [];
  const { lines, pageLabel } = footer(page, pageCount);
  const width = format.width - 2 * format.margin.sides;
  const top = pageHeight - format.margin.bottom + FOOTER_GAP;
  const box = { x: format.margin.sides, y: top + FOOTER_GAP, width };
  const marks: Mark[] = [
    { kind: 'rule', x: format.margin.sides, y: top, width, thickness: FOOTER_RULE_THICKNESS },
  ];

  const label = setParagraph(pageLabel, styles.footer, width, typesetter, 1);
  marks.push(...markLines(label, 'end', box, null));
  const room = width * 0.8;
  let { y } = box;
  for (const line of lines) {
    const paragraph = setParagraph(line, styles.footer, room, typesetter, 1);
    marks.push(...markLines(paragraph, 'start', { ...box, y }, null));
    y += heightOf(paragraph);
  }
  return marks;
}
