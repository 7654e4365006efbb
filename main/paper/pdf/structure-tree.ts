import { type PDFContext, type PDFDict, PDFHexString, PDFName, type PDFPage, type PDFRef } from 'pdf-lib';
import type { Element } from '../layout/strip.ts';

/** What a page shows of which element: the index is the number of the marked content. */
export interface TaggedPage {
  readonly page: PDFPage;
  readonly elements: readonly Element[];
}

interface ContentItem {
  readonly page: PDFRef;
  readonly number: number;
}

/**
 * Tells screen readers what is a title, a paragraph, a table and a cell of it, and in which order they are read
 * (ISO 32000-1, 14.7).
 */
export function writeStructureTree(
  root: Element,
  pages: readonly TaggedPage[],
  catalog: PDFDict,
  context: PDFContext,
) {
  const refs = new Map<Element, PDFRef>();
  const contents = new Map<Element, ContentItem[]>();
  const refOf = (element: Element) => {
    const ref = refs.get(element) ?? context.nextRef();
    refs.set(element, ref);
    return ref;
  };

  const parents = pages.flatMap(({ page, elements }, index) => {
    page.node.set(PDFName.of('StructParents'), context.obj(index));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    elements.forEach((element, number) => {
      contents.set(element, [...(contents.get(element) ?? []), { page: page.ref, number }]);
    });
    return [index, elements.map(refOf)];
  });

  const treeRef = context.nextRef();
  const write = (element: Element, parent: PDFRef) => {
    context.assign(refOf(element), describe(element, parent));
    for (const child of element.children) write(child, refOf(element));
  };
  const describe = (element: Element, parent: PDFRef) => {
    const items = contents.get(element) ?? [];
    const page = items[0]?.page;
    const own = items.map((item) =>
      item.page === page ? item.number : { Type: 'MCR', Pg: item.page, MCID: item.number },
    );
    return context.obj({
      Type: 'StructElem',
      S: element.role,
      P: parent,
      Pg: page,
      K: [...own, ...element.children.map(refOf)],
      Alt: asText(element.alternative),
      ActualText: asText(element.inReadingOrder),
      A: element.scope ? { O: 'Table', Scope: element.scope } : undefined,
    });
  };

  write(root, treeRef);
  context.assign(
    treeRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: refOf(root),
      ParentTree: context.obj({ Nums: parents }),
      ParentTreeNextKey: pages.length,
    }),
  );
  catalog.set(PDFName.of('StructTreeRoot'), treeRef);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}

function asText(text: string | undefined): PDFHexString | undefined {
  return text === undefined ? undefined : PDFHexString.fromText(text);
}
