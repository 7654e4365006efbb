/** Looks at what is on the screen as a person with a ruler would. Runs in the page, so it is one function. */

export interface Ruler {
  /** Null where a larger text makes everything larger anyway. */
  readonly least: { readonly targetMm: number; readonly gapMm: number; readonly textMm: number } | null;
}

/** @returns what is too small, too close together, cut off, covered or wider than the screen, in a line each */
export function look({ least }: Ruler): string[] {
  const problems: string[] = [];
  /** Sizes come out of divisions. */
  const TOLERANCE = 0.75;
  const pixelsPerMm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
  const dialogs = [...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"]')];
  const scope = dialogs.at(-1) ?? document.body;
  const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

  type Box = { left: number; top: number; right: number; bottom: number };

  const mm = (pixels: number) => `${(pixels / pixelsPerMm).toFixed(1)} mm`;
  const nameOf = (element: Element) => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const [firstClass = ''] = element.classList;
    return `<${element.localName} ${firstClass}> "${words.replace(/\s+/g, ' ').trim().slice(0, 50)}"`;
  };
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.only-heard, caption');
  const meet = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });
  const isEmpty = (box: Box) => box.right - box.left < 1 || box.bottom - box.top < 1;
  /** The boxes, from this one outwards, that cut off what does not fit in, or let one scroll to it. */
  const framesFrom = (innermost: Element | null) => {
    const frames: { box: Box; cutsX: boolean; cutsY: boolean; scrollsY: boolean }[] = [];
    for (let around = innermost; around; around = around.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(around);
      const { left, top } = around.getBoundingClientRect();
      const box = {
        left: left + around.clientLeft,
        top: top + around.clientTop,
        right: left + around.clientLeft + around.clientWidth,
        bottom: top + around.clientTop + around.clientHeight,
      };
      const scrollsY = /auto|scroll/.test(overflowY);
      if (around !== document.documentElement && overflowX !== 'visible') {
        frames.push({ box, cutsX: true, cutsY: overflowY !== 'visible' && !scrollsY, scrollsY });
      }
      if (position === 'fixed') break;
    }
    return frames;
  };
  const seen = (element: Element): Box =>
    framesFrom(element.parentElement).reduce(
      (box, frame) => meet(box, frame.box),
      meet(element.getBoundingClientRect(), screen),
    );

  const targets = [...scope.querySelectorAll('button, input, a[href], [role="button"]')]
    .filter(isShown)
    .map((element) => ({ element, whole: element.getBoundingClientRect(), box: seen(element) }))
    .filter(({ box }) => !isEmpty(box));

  if (least) {
    for (const { element, whole } of targets) {
      const smallest = Math.min(whole.width, whole.height);
      if (smallest < least.targetMm * pixelsPerMm - TOLERANCE) {
        problems.push(`${nameOf(element)} is ${mm(whole.width)} × ${mm(whole.height)}`);
      }
    }
    for (const [index, { element, box }] of targets.entries()) {
      for (const other of targets.slice(index + 1)) {
        const across = Math.max(box.left, other.box.left) - Math.min(box.right, other.box.right);
        const down = Math.max(box.top, other.box.top) - Math.min(box.bottom, other.box.bottom);
        const overlap = meet(box, other.box);
        // A target that lies wholly on another one, as on the attract screen, is told apart by its own size.
        const isOnIt = !isEmpty(overlap) && [box, other.box].some((one) => same(overlap, one));
        const gap = Math.hypot(Math.max(0, across), Math.max(0, down));
        if (!isOnIt && gap < least.gapMm * pixelsPerMm - TOLERANCE) {
          problems.push(`${nameOf(element)} and ${nameOf(other.element)} are ${mm(gap)} apart`);
        }
      }
    }
  }

  for (const { element } of targets) {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    if (element.localName === 'input') continue;
    if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1) {
      problems.push(
        `${nameOf(element)} holds ${scrollWidth} × ${scrollHeight} px in ${clientWidth} × ${clientHeight}`,
      );
    }
  }

  for (const element of [document.documentElement, ...scope.querySelectorAll('*')]) {
    if (!isShown(element) || element.localName === 'input') continue;
    const { overflowX } = getComputedStyle(element);
    if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) {
      problems.push(`${nameOf(element)} goes sideways: ${element.scrollWidth} px in ${element.clientWidth}`);
    }
  }

  const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (!element || !text.textContent?.trim() || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (isEmpty(box)) continue;
    const name = nameOf(element);

    const fontSize = Number.parseFloat(getComputedStyle(element).fontSize);
    if (least && fontSize < least.textMm * pixelsPerMm - TOLERANCE) {
      problems.push(`${name} is written in ${mm(fontSize)}`);
    }

    let canBeScrolledTo = false;
    const frames = [...framesFrom(element), { box: screen, cutsX: true, cutsY: true, scrollsY: false }];
    for (const frame of frames) {
      const offX = Math.max(frame.box.left - box.left, box.right - frame.box.right);
      const offY = Math.max(frame.box.top - box.top, box.bottom - frame.box.bottom);
      if (frame.cutsX && offX > 1) problems.push(`${name} is cut off by ${Math.round(offX)} px at a side`);
      if (frame.cutsY && !canBeScrolledTo && offY > lineRoom(element)) {
        problems.push(`${name} is cut off by ${Math.round(offY)} px above or below`);
      }
      canBeScrolledTo ||= frame.scrollsY;
    }

    const inSight = frames.reduce<Box>((sight, frame) => meet(sight, frame.box), box);
    if (same(inSight, box)) {
      const [line] = range.getClientRects();
      const onTop =
        line && document.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
      if (onTop && !onTop.contains(element) && !element.contains(onTop) && !isVeil(onTop)) {
        problems.push(`${name} is covered by ${nameOf(onTop)}`);
      }
    }
  }

  return [...new Set(problems)];

  function same(one: Box, other: Box): boolean {
    return (
      Math.abs(one.left - other.left) <= 1 &&
      Math.abs(one.top - other.top) <= 1 &&
      Math.abs(one.right - other.right) <= 1 &&
      Math.abs(one.bottom - other.bottom) <= 1
    );
  }

  /** Lines are higher than their letters: this much may stand out of a frame before a letter does. */
  function lineRoom(element: Element): number {
    return Number.parseFloat(getComputedStyle(element).fontSize) * 0.2;
  }

  /** The attract screen is one large, see-through button. */
  function isVeil(element: Element): boolean {
    return element.localName === 'button' && element.textContent === '';
  }
}
