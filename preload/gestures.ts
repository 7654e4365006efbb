/**
 * What hands and mice do to a page that a terminal has no use for. It stands beside the page, not in it: whatever a
 * script of the page does, these listeners were there first and cannot be taken away.
 */

/** As much of an event as is looked at. */
interface Gesture {
  preventDefault(): void;
  stopImmediatePropagation(): void;
  composedPath(): EventTarget[];
  readonly button?: number;
  readonly dataTransfer?: { dropEffect: string } | null;
}

const MAIN_BUTTON = 0;

/** A script of the page that heard of these could put onto the clipboard what it likes. */
const UNHEARD: readonly string[] = ['copy', 'cut', 'paste'];

const REFUSED: Readonly<Record<string, (gesture: Gesture) => boolean>> = {
  // The right button, or a finger that rests.
  contextmenu: always,
  // Text or pictures dragged about; files let fall on the window.
  dragstart: always,
  dragenter: always,
  dragover: always,
  drop: always,
  // The middle button scrolls by itself or pastes what is selected; two more go back and forward.
  mousedown: isOtherButton,
  mouseup: isOtherButton,
  // Nothing of a person gets onto the clipboard, and nothing of the person before out of it.
  copy: always,
  cut: always,
  paste: always,
  selectstart: (gesture) => !isInField(gesture),
};

/** @param target the window of the page */
export function refuseGestures(target: EventTarget): void {
  for (const [name, isRefused] of Object.entries(REFUSED)) {
    const listen = (event: Event): void => {
      const gesture = event as Event & Gesture;
      if (!isRefused(gesture)) return;
      gesture.preventDefault();
      if (UNHEARD.includes(name)) gesture.stopImmediatePropagation();
      if (gesture.dataTransfer) gesture.dataTransfer.dropEffect = 'none';
    };
    target.addEventListener(name, listen, { capture: true, passive: false });
  }
}

function always(): boolean {
  return true;
}

function isOtherButton({ button }: Gesture): boolean {
  return button !== MAIN_BUTTON;
}

function isInField(gesture: Gesture): boolean {
  const [innermost] = gesture.composedPath() as { localName?: string }[];
  return innermost?.localName === 'input' || innermost?.localName === 'textarea';
}
