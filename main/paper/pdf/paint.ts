import { createHash } from 'node:crypto';
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { asInstant } from '../formats/dates.ts';
import type { PaperDocument } from '../layout/document.ts';
import type { LaidOutPaper } from '../layout/lay-out.ts';
import type { Face } from '../type/fonts.ts';
import { createFontInUse } from './font-in-use.ts';
import { type FontOnPage, writePageContent } from './page-content.ts';
import { writeStructureTree } from './structure-tree.ts';

/** The name of the program, as it stands in a PDF's properties. */
const PRODUCER = 'Borne EKIDOM';
/** The library pauses to let others work; in a thread of its own nobody waits. */
const NEVER_PAUSE = Number.POSITIVE_INFINITY;
/**
 * Packing makes a paper of a few pages three times smaller, but takes the library quadratic time: at a hundred
 * pages, twice as long as all the rest. Larger papers are written unpacked.
 */
const MAX_PACKED_OBJECTS = 5000;

/** The same paper gives the same bytes. */
export async function paint(paper: PaperDocument, laidOut: LaidOutPaper): Promise<Uint8Array> {
  const { pages, pageHeight, structure } = laidOut;
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context } = pdf;
  describe(pdf, paper);

  const fonts = new Map<Face, FontOnPage>();
  const fingerprint = createHash('sha256').update(paper.title);
  const tagged = pages.map((marks) => {
    const page = pdf.addPage([paper.format.width, pageHeight]);
    const fontFor = (face: Face): FontOnPage => {
      const known = fonts.get(face);
      const font = known ?? { resourceName: `F${fonts.size + 1}`, font: createFontInUse(face, context) };
      fonts.set(face, font);
      page.node.setFontDictionary(PDFName.of(font.resourceName), font.font.ref);
      return font;
    };
    const { operators, elements } = writePageContent(marks, pageHeight, fontFor);
    fingerprint.update(operators);
    page.node.set(PDFName.Contents, context.register(context.flateStream(operators)));
    return { page, elements };
  });
  for (const { font } of fonts.values()) font.embed();
  writeStructureTree(structure, tagged, pdf.catalog, context);

  const id = PDFHexString.of(fingerprint.digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
  const useObjectStreams = context.largestObjectNumber <= MAX_PACKED_OBJECTS;
  return pdf.save({ objectsPerTick: NEVER_PAUSE, useObjectStreams });
}

function describe(pdf: PDFDocument, { title, author, languageTag, issuedOn }: PaperDocument) {
  const issued = asInstant(issuedOn);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(author);
  pdf.setLanguage(languageTag);
  pdf.setProducer(PRODUCER);
  pdf.setCreator(PRODUCER);
  pdf.setCreationDate(issued);
  pdf.setModificationDate(issued);
}
