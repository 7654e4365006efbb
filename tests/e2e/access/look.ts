/** Of the design: a finger's target, the room beside it, and letters that tired eyes read. */
export const LEAST = { targetMm: 20, gapMm: 3, textMm: 5 };

export interface Ruler {
  /** Null where a larger text makes everything larger anyway. */
  readonly least: typeof LEAST | null;
}

/**
 * Looks at the screen as a person with a ruler would. It runs in the page, where nothing of this file is known but
 * itself: hence one function, with others inside.
 *
 * @returns what is too small, too close together, cut off, covered or wider than the screen, in a line each
 */
export function look({ least }: Ruler): string[] {
  interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  /** Cuts off what does not fit in, or lets one scroll to it. */
  interface Edge {
    box: Box;
    cutsAcross: boolean;
    cutsDown: boolean;
    scrollsDown: boolean;
  }

  /** Sizes come out of divisions. */
  const TOLERANCE = 0.75;
  /** Lines are higher than their letters: this share of the text's size may stand out before a letter does. */
  const ROOM_IN_A_LINE = 0.2;
  const SCREEN = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

  const pixelsPerMm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
  const dialogs = document.querySelectorAll('[role="dialog"], [role="alertdialog"]');
  const scope = [...dialogs].at(-1) ?? document.body;
  const targets = [...scope.querySelectorAll('button, input, a[href], [role="button"]')]
    .filter(isShown)
    .map((element) => ({ element, whole: element.getBoundingClientRect(), box: inSight(element) }))
    .filter(({ box }) => !isEmpty(box));

  return [
    ...new Set([
      ...(least ? [...smallTargets(least.targetMm), ...closeTargets(least.gapMm)] : []),
      ...tightTargets(),
      ...wideBoxes(),
      ...texts().flatMap(([text, element]) => textFaults(text, element)),
    ]),
  ];

  function smallTargets(leastMm: number): string[] {
    return targets
      .filter(({ whole }) => Math.min(whole.width, whole.height) < leastMm * pixelsPerMm - TOLERANCE)
      .map(({ element, whole }) => `${nameOf(element)} is ${mm(whole.width)} × ${mm(whole.height)}`);
  }

  function closeTargets(leastMm: number): string[] {
    return targets.flatMap(({ element, box }, index) =>
      targets
        .slice(index + 1)
        .filter((other) => !liesOn(box, other.box) && gap(box, other.box) < leastMm * pixelsPerMm - TOLERANCE)
        .map(
          (other) => `${nameOf(element)} and ${nameOf(other.element)} are ${mm(gap(box, other.box))} apart`,
        ),
    );
  }

  function tightTargets(): string[] {
    return targets
      .map(({ element }) => element)
      .filter(({ localName }) => localName !== 'input')
      .filter((element) => isTooWide(element) || element.scrollHeight > element.clientHeight + 1)
      .map((element) => `${nameOf(element)} holds more than fits in`);
  }

  function wideBoxes(): string[] {
    return [document.documentElement, ...scope.querySelectorAll('*')]
      .filter((element) => isShown(element) && element.localName !== 'input')
      .filter((element) => getComputedStyle(element).overflowX !== 'visible' && isTooWide(element))
      .map(
        (element) => `${nameOf(element)} goes sideways: ${element.scrollWidth} px in ${element.clientWidth}`,
      );
  }

  function texts(): [Node, Element][] {
    const found: [Node, Element][] = [];
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: text } = walker;
      const { parentElement: element } = text;
      if (element && text.textContent?.trim() && isShown(element)) found.push([text, element]);
    }
    return found;
  }

  function textFaults(text: Node, element: Element): string[] {
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (isEmpty(box)) return [];

    const faults: string[] = [];
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (least && size < least.textMm * pixelsPerMm - TOLERANCE) faults.push(`is written in ${mm(size)}`);

    const screen = { box: SCREEN, cutsAcross: true, cutsDown: true, scrollsDown: false };
    const edges = [...edgesFrom(element), screen];
    const scrolledAt = edges.findIndex(({ scrollsDown }) => scrollsDown);
    for (const [index, edge] of edges.entries()) {
      const across = Math.max(edge.box.left - box.left, box.right - edge.box.right);
      const down = Math.max(edge.box.top - box.top, box.bottom - edge.box.bottom);
      const canBeScrolledTo = scrolledAt >= 0 && index > scrolledAt;
      if (edge.cutsAcross && across > 1) faults.push(`is cut off by ${Math.round(across)} px at a side`);
      if (edge.cutsDown && !canBeScrolledTo && down > size * ROOM_IN_A_LINE) {
        faults.push(`is cut off by ${Math.round(down)} px above or below`);
      }
    }

    const isWhole = isSame(edges.map((edge) => edge.box).reduce(common, box), box);
    const [line] = range.getClientRects();
    const onTop = isWhole && line ? elementAtMiddle(line) : null;
    if (onTop && !onTop.contains(element) && !element.contains(onTop) && !isVeil(onTop)) {
      faults.push(`is covered by ${nameOf(onTop)}`);
    }
    return faults.map((fault) => `${nameOf(element)} ${fault}`);
  }

  /** From this element outwards. */
  function edgesFrom(innermost: Element | null): Edge[] {
    const edges: Edge[] = [];
    for (let around = innermost; around; around = around.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(around);
      const scrollsDown = overflowY === 'auto' || overflowY === 'scroll';
      if (overflowX !== 'visible' && around !== document.documentElement) {
        const cutsDown = overflowY !== 'visible' && !scrollsDown;
        edges.push({ box: innerBox(around), cutsAcross: true, cutsDown, scrollsDown });
      }
      if (position === 'fixed') break;
    }
    return edges;
  }

  function innerBox(element: Element): Box {
    const outer = element.getBoundingClientRect();
    const left = outer.left + element.clientLeft;
    const top = outer.top + element.clientTop;
    return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
  }

  function inSight(element: Element): Box {
    const edges = edgesFrom(element.parentElement).map(({ box }) => box);
    return [...edges, SCREEN].reduce(common, element.getBoundingClientRect());
  }

  function isShown(element: Element): boolean {
    const isVisible = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return isVisible && !element.closest('.only-heard');
  }

  /** A target that lies wholly on another one, as on the attract screen, is told apart by its own size. */
  function liesOn(one: Box, other: Box): boolean {
    const shared = common(one, other);
    return !isEmpty(shared) && (isSame(shared, one) || isSame(shared, other));
  }

  /** The attract screen is one large, see-through button. */
  function isVeil(element: Element): boolean {
    return element.localName === 'button' && element.textContent === '';
  }

  function isTooWide({ scrollWidth, clientWidth }: Element): boolean {
    return scrollWidth > clientWidth + 1;
  }

  function elementAtMiddle({ left, top, right, bottom }: Box): Element | null {
    return document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  }

  function gap(one: Box, other: Box): number {
    const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
    const down = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
    return Math.hypot(Math.max(0, across), Math.max(0, down));
  }

  function common(one: Box, other: Box): Box {
    return {
      left: Math.max(one.left, other.left),
      top: Math.max(one.top, other.top),
      right: Math.min(one.right, other.right),
      bottom: Math.min(one.bottom, other.bottom),
    };
  }

  function isEmpty({ left, top, right, bottom }: Box): boolean {
    return right - left < 1 || bottom - top < 1;
  }

  function isSame(one: Box, other: Box): boolean {
    const sides = ['left', 'top', 'right', 'bottom'] as const;
    return sides.every((side) => Math.abs(one[side] - other[side]) <= 1);
  }

  function nameOf(element: Element): string {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const [kind = ''] = element.classList;
    return `<${element.localName} ${kind}> "${words.replace(/\s+/g, ' ').trim().slice(0, 50)}"`;
  }

  function mm(pixels: number): string {
    return `${(pixels / pixelsPerMm).toFixed(1)} mm`;
  }
}
