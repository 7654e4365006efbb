import { expect, test } from 'vitest';
import { refuseGestures } from './gestures.ts';

test.each(['contextmenu', 'dragstart', 'dragenter', 'dragover', 'drop', 'copy', 'cut', 'paste'])(
  '%s does nothing, though a script of the page would not hear of it',
  (name) => {
    const { page, make } = arrange();
    page.addEventListener(name, (event) => event.stopImmediatePropagation(), { capture: true });

    const gesture = make(name);
    page.dispatchEvent(gesture);

    expect(gesture.defaultPrevented).toBe(true);
  },
);

test.each(['copy', 'cut', 'paste'])('no script of the page hears of %s', (name) => {
  const { page, make } = arrange();
  let heard = 0;
  page.addEventListener(name, () => (heard += 1), { capture: true });

  page.dispatchEvent(make(name));

  expect(heard).toBe(0);
});

test('what is dragged over the page is shown that it cannot be put down', () => {
  const { page, make } = arrange();
  const dataTransfer = { dropEffect: 'copy' };

  page.dispatchEvent(make('dragover', { dataTransfer }));

  expect(dataTransfer.dropEffect).toBe('none');
});

test.each(['mousedown', 'mouseup'])('%s counts for the main button alone', (name) => {
  const { page, make } = arrange();

  const refused = [0, 1, 2, 3, 4].filter((button) => !page.dispatchEvent(make(name, { button })));

  expect(refused).toEqual([1, 2, 3, 4]);
});

test.each([
  ['input', true],
  ['textarea', true],
  ['p', false],
  ['button', false],
])('in <%s> text can be selected: %s', (localName, expected) => {
  const { page, make } = arrange();

  const gesture = make('selectstart', { composedPath: () => [{ localName }, page] });

  expect(page.dispatchEvent(gesture)).toBe(expected);
});

test.each(['click', 'touchstart', 'keydown', 'input', 'focus'])('%s is let through', (name) => {
  const { page, make } = arrange();

  expect(page.dispatchEvent(make(name))).toBe(true);
});

function arrange() {
  const page = new EventTarget();
  refuseGestures(page);
  const make = (name: string, facts: object = {}) => {
    const event = new Event(name, { cancelable: true });
    for (const [fact, value] of Object.entries(facts)) Object.defineProperty(event, fact, { value });
    return event;
  };
  return { page, make };
}
