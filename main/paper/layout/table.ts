import type { Typesetter } from '../type/typesetter.ts';
import type { TableBlock, TableColumn, TableRow } from './document.ts';
import type { Element, Mark, Strip } from './strip.ts';
import { styles, type TextStyle } from './styles.ts';
import { heightOf, markLines, setParagraph, widthOf } from './text.ts';

const GAP = 10;
const CELL_PADDING = 2.6;
const HAIRLINE = 0.4;
const STRONG_RULE = 1.2;
/** In less room a label cannot be read any more: rather than that, the whole table is set smaller. */
const MIN_REST_WIDTH = 92;
const MAX_CELL_LINES = 8;

interface MeasuredTable {
  readonly width: number;
  readonly boxes: readonly { readonly x: number; readonly width: number; readonly column: TableColumn }[];
  /** 1, or less where very long figures would leave too little room for the labels. */
  readonly scale: number;
  readonly typesetter: Typesetter;
}

/** The header and one strip for each row. The header stands again above a row that begins a page. */
export function layOutTable(
  block: TableBlock,
  width: number,
  parent: Element,
  typesetter: Typesetter,
): Strip[] {
  const table = measureColumns(block, width, typesetter);
  const element = addElement(parent, { role: 'Table', children: [] });

  const headerRow = addElement(element, { role: 'TR', children: [] });
  const header = layOutHeader(table, () =>
    addElement(headerRow, { role: 'TH', scope: 'Column', children: [] }),
  );
  const heading = layOutHeader(table, () => null);

  const rows = block.rows.map((row, index): Strip => {
    const rowElement = addElement(element, { role: 'TR', children: [] });
    const cellElement = () => addElement(rowElement, { role: 'TD', children: [] });
    const next = block.rows[index + 1];
    const endsItsGroup = !next || (row.emphasis === 'plain' && next.emphasis === 'strong');
    return {
      ...layOutCells(row.cells, styleOf(row), table, cellElement, endsItsGroup ? STRONG_RULE : HAIRLINE),
      keepWithNext: isKeptWithNext(index, block),
      heading,
    };
  });
  return [header, ...rows];
}

function isKeptWithNext(index: number, { rows, together, keepWithNext }: TableBlock): boolean {
  const beginningOfLast = Math.max(0, rows.length - together.last);
  if (index === rows.length - 1) return keepWithNext;
  if (index >= beginningOfLast) return true;
  return index < Math.min(together.first, beginningOfLast) - 1;
}

function layOutHeader(table: MeasuredTable, element: () => Element | null): Strip {
  const names = table.boxes.map(({ column }) => column.header);
  const strip = layOutCells(names, styles.columnHeader, table, element, STRONG_RULE);
  return { ...strip, keepWithNext: true };
}

function layOutCells(
  cells: readonly string[],
  style: TextStyle,
  { boxes, scale, width, typesetter }: MeasuredTable,
  element: () => Element | null,
  ruleThickness: number,
): Strip {
  const scaled = { ...style, size: style.size * scale, leading: style.leading * scale };
  const set = boxes.map(({ x, width: boxWidth, column }, index) => {
    // The column was made to fit: measured again, a rounding error could break an amount in two.
    const room = column.width.kind === 'content' ? Number.POSITIVE_INFINITY : boxWidth;
    const paragraph = setParagraph(cells[index] ?? '', scaled, room, typesetter, MAX_CELL_LINES);
    const box = { x, y: CELL_PADDING, width: boxWidth };
    return {
      height: heightOf(paragraph),
      marks: markLines(paragraph, column.align, box, element()),
    };
  });
  const height = Math.max(...set.map((cell) => cell.height)) + 2 * CELL_PADDING;
  const marks: Mark[] = set.flatMap((cell) => cell.marks);
  marks.push({ kind: 'rule', x: 0, y: height, width, thickness: ruleThickness });
  return { height, marks, keepWithNext: false };
}

function measureColumns(block: TableBlock, width: number, typesetter: Typesetter): MeasuredTable {
  const widest = block.columns.map((column, index) => {
    if (column.width.kind === 'rest') return null;
    return block.rows.reduce(
      (sofar, row) => Math.max(sofar, naturalWidth(row.cells[index] ?? '', styleOf(row), typesetter)),
      Math.max(column.width.min, naturalWidth(column.header, styles.columnHeader, typesetter)),
    );
  });

  const gaps = GAP * (block.columns.length - 1);
  const taken = widest.reduce<number>((sum, own) => sum + (own ?? 0), 0);
  const scale = Math.min(1, (width - gaps - MIN_REST_WIDTH) / taken);
  const rest = width - gaps - taken * scale;

  let x = 0;
  const boxes = block.columns.map((column, index) => {
    const own = widest[index] ?? null;
    const box = { x, width: own === null ? rest : own * scale, column };
    x += box.width + GAP;
    return box;
  });
  return { width, boxes, scale, typesetter };
}

function naturalWidth(text: string, style: TextStyle, typesetter: Typesetter): number {
  return setParagraph(text, style, Number.POSITIVE_INFINITY, typesetter).lines.reduce(
    (widest, line) => Math.max(widest, widthOf(line, style)),
    0,
  );
}

function styleOf(row: TableRow): TextStyle {
  return row.emphasis === 'strong' ? styles.strongCell : styles.cell;
}

function addElement(parent: Element, child: Element): Element {
  parent.children.push(child);
  return child;
}
