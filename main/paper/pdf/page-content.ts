import type { PathStep, Point } from '../layout/path.ts';
import type { Element, FrameMark, Mark, PathMark, RuleMark, TextMark } from '../layout/strip.ts';
import type { Face } from '../type/fonts.ts';
import type { SetGlyph, SetRun } from '../type/typesetter.ts';
import type { FontInUse } from './font-in-use.ts';

export interface FontOnPage {
  readonly resourceName: string;
  readonly font: FontInUse;
}

export interface PageContent {
  readonly operators: string;
  /** The element of each marked content, by its number on the page. */
  readonly elements: readonly Element[];
}

/** Writes the content stream of a page (ISO 32000-1, annex A). */
export function writePageContent(
  marks: readonly Mark[],
  pageHeight: number,
  fontFor: (face: Face) => FontOnPage,
): PageContent {
  const out: string[] = [];
  const elements: Element[] = [];
  let index = 0;
  while (index < marks.length) {
    const mark = marks[index];
    if (!mark) break;
    const element = elementOf(mark);
    if (element) {
      out.push(`/${element.role} <</MCID ${elements.length}>> BDC`);
      elements.push(element);
    } else {
      out.push('/Artifact BMC');
    }
    // The lines of one paragraph are one thing to read.
    for (let next = marks[index]; next && elementOf(next) === element; next = marks[++index]) {
      out.push(writeMark(next, pageHeight, fontFor));
    }
    out.push('EMC');
  }
  return { operators: out.join('\n'), elements };
}

function elementOf(mark: Mark): Element | null {
  return 'element' in mark ? (mark.element ?? null) : null;
}

function writeMark(mark: Mark, pageHeight: number, fontFor: (face: Face) => FontOnPage): string {
  switch (mark.kind) {
    case 'text':
      return writeText(mark, pageHeight, fontFor);
    case 'rule':
      return writeRule(mark, pageHeight);
    case 'frame':
      return writeFrame(mark, pageHeight);
    case 'path':
      return writePath(mark, pageHeight);
  }
}

function writeRule({ x, y, width, thickness }: RuleMark, pageHeight: number): string {
  const bottom = pageHeight - y - thickness / 2;
  return `${number(x)} ${number(bottom)} ${number(width)} ${number(thickness)} re f`;
}

function writeFrame({ x, y, width, height, thickness }: FrameMark, pageHeight: number): string {
  const box = [x, pageHeight - y - height, width, height].map(number).join(' ');
  return `${number(thickness)} w ${box} re S`;
}

/** With round ends and joins, as a pen writes. */
function writePath({ x, y, scale, path, thickness }: PathMark, pageHeight: number): string {
  const onPage = (point: Point) =>
    `${number(x + point.x * scale)} ${number(pageHeight - y - point.y * scale)}`;
  const steps = path.map((step) => writeStep(step, onPage));
  return ['q', `${number(thickness)} w 1 J 1 j`, ...steps, 'S', 'Q'].join('\n');
}

function writeStep(step: PathStep, onPage: (point: Point) => string): string {
  switch (step.kind) {
    case 'move':
      return `${onPage(step.to)} m`;
    case 'line':
      return `${onPage(step.to)} l`;
    case 'curve':
      return `${[...step.controls, step.to].map(onPage).join(' ')} c`;
  }
}

function writeText(mark: TextMark, pageHeight: number, fontFor: (face: Face) => FontOnPage): string {
  const out = ['BT', `1 0 0 1 ${number(mark.x)} ${number(pageHeight - mark.baseline)} Tm`];
  for (const run of mark.line.runs) {
    const { resourceName, font } = fontFor(run.face);
    out.push(`/${resourceName} ${number(mark.size)} Tf`, ...writeGlyphs(run, mark.size, font));
  }
  out.push('ET');
  return out.join('\n');
}

/** In TJ, a number moves the pen to the left by thousandths of the type size. */
function writeGlyphs({ glyphs }: SetRun, size: number, font: FontInUse): string[] {
  const out: string[] = [];
  let codes = '';
  let parts: string[] = [];
  let rise = 0;

  const endCodes = () => {
    if (codes !== '') parts.push(`<${codes}>`);
    codes = '';
  };
  const moveLeft = (distance: number) => {
    if (Math.abs(distance) < 0.01) return;
    endCodes();
    parts.push(number(distance));
  };
  const endParts = () => {
    endCodes();
    if (parts.length > 0) out.push(`[${parts.join(' ')}] TJ`);
    parts = [];
  };

  for (const glyph of glyphs) {
    if (glyph.shiftY !== rise) {
      endParts();
      rise = glyph.shiftY;
      out.push(`${number((rise * size) / 1000)} Ts`);
    }
    moveLeft(-glyph.shiftX);
    codes += font.codeFor(glyph);
    moveLeft(glyph.shiftX + drawnWidth(glyph) - glyph.advance);
  }
  endParts();
  if (rise !== 0) out.push('0 Ts');
  return out;
}

/** As the font's table of widths says, in whole thousandths. */
function drawnWidth(glyph: SetGlyph): number {
  return Math.round(glyph.width);
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
