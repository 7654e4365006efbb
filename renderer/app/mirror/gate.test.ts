import {
  EventType,
  type eventWithTime,
  IncrementalSource,
  NodeType,
  type serializedNodeWithId,
} from '@rrweb/types';
import { beforeEach, expect, test } from 'vitest';
import french from '../../messages/fr.json' with { type: 'json' };
import { createGate, DOTS, type Gate } from './gate.ts';
import { type Messages, ownTextsOf } from './own-texts.ts';

const isOwn = ownTextsOf([french as unknown as Messages]);
const SECRET = 'FR7630006000011234567890189';

let lastId = 0;
let gate: Gate;
beforeEach(() => {
  lastId = 0;
  gate = createGate(isOwn);
});

test('the kiosk’s own words go out, and anything else is the same dots, whatever it is', () => {
  const out = snapshot([
    element('h1', {}, [text(french.signIn.title)]),
    element('p', {}, [text(SECRET)]),
    element('p', {}, [text('A')]),
    element('p', {}, [text('7')]),
    element('p', {}, [text(`${french.signIn.title} ${SECRET}`)]),
  ]);

  expect(textsOf(out)).toEqual([french.signIn.title, DOTS, DOTS, DOTS, DOTS]);
});

test('sentences with blanks are nobody’s own words, filled in or not', () => {
  expect(isOwn(french.guide.says)).toBe(false);
  expect(isOwn('1')).toBe(false);
  expect(isOwn(french.frame.back)).toBe(true);
});

test('values and figures are dots even when they read like the kiosk’s own words', () => {
  const out = snapshot([
    element('dl', {}, [
      element('dt', {}, [text(french.frame.back)]),
      element('dd', {}, [text(french.frame.back)]),
    ]),
  ]);

  expect(textsOf(out)).toEqual([french.frame.back, DOTS]);
});

test.each([
  [
    'a field',
    element('input', {
      value: SECRET,
      placeholder: SECRET,
      'aria-label': SECRET,
      class: 'text-field__input',
    }),
  ],
  ['a text area', element('textarea', { class: 'x' }, [text(SECRET)])],
  ['a choice', element('select', {}, [element('option', { value: SECRET }, [text(SECRET)])])],
  [
    'a picture',
    element('img', { src: `blob:app://kiosk/${SECRET}`, alt: SECRET, rr_dataURL: `data:${SECRET}` }),
  ],
  ['a canvas', element('canvas', { rr_dataURL: `data:${SECRET}`, 'aria-label': SECRET })],
  ['a drawing', element('svg', { class: 'signature-pad__sheet' }, [element('path', { d: SECRET })])],
  [
    'what is marked private',
    element('div', { 'data-private': '' }, [element('p', {}, [text(french.frame.back)])]),
  ],
  [
    'a pad',
    element('div', { class: 'figure-pad' }, [
      element('button', { 'data-pressed': true, value: SECRET }, [text(french.frame.back)]),
    ]),
  ],
  [
    'a question of which one answer is in force',
    element('ul', { class: 'choice-step choice-step--in-force' }, [
      element('button', { 'data-disabled': true, value: SECRET }, [text(french.frame.back)]),
    ]),
  ],
  ['an element that nobody knows', element('x-secret', { title: SECRET }, [text(SECRET)])],
  ['a script', element('script', { src: SECRET }, [text(SECRET)])],
  ['a style', element('style', { _cssText: SECRET }, [text(SECRET)])],
  ['a link elsewhere', element('link', { rel: 'stylesheet', href: `https://example.com/${SECRET}` })],
])('%s has no content of its own', (_, node) => {
  const out = snapshot([node]);

  expect(JSON.stringify(out)).not.toContain(SECRET);
  expect(textsOf(out).filter((each) => each.trim() !== '' && each !== DOTS)).toEqual([]);
});

test('attributes say how the kiosk looks, and nothing of what was written or chosen', () => {
  const out = snapshot([
    element(
      'button',
      {
        class: 'button choices__choice--selected tile',
        title: SECRET,
        'aria-label': SECRET,
        'aria-pressed': 'true',
        'data-selected': 'true',
        'data-secret': SECRET,
        'data-screen': 'home',
        lang: SECRET,
        style: `width: ${SECRET.length}px; background: url(${SECRET})`,
        id: SECRET,
        onclick: SECRET,
      },
      [],
    ),
  ]);

  const [button] = elementsOf(out, 'button');
  expect(button?.attributes).toEqual({ class: 'button tile', 'data-screen': 'home' });
});

test('a keyboard does not say whether capitals or figures are being typed', () => {
  const out = snapshot([
    element('div', { class: 'on-screen-keyboard on-screen-keyboard--capitals' }, [text('A')]),
  ]);

  expect(elementsOf(out, 'div')[0]?.attributes).toEqual({ class: 'on-screen-keyboard', 'data-private': '' });
});

test('how things stand for the person is dots, and neither its sign nor its colour says it once more', () => {
  const sign = () =>
    element('svg', { class: 'lucide lucide-circle-x request-status__icon' }, [
      element('path', { d: 'M1 2L3 4' }),
    ]);
  const status = element('span', { class: 'request-status request-status--refused' }, [
    sign(),
    text(french.requests.statuses.answered),
  ]);
  const out = snapshot([
    status,
    element('section', { class: 'card insurance__standing insurance__standing--expired' }, [
      sign(),
      element('p', {}, [text(french.insurance.historyEmpty)]),
    ]),
    element('tr', { class: 'payments__row--refused' }, [
      element('td', {}, [
        element('span', { class: 'follow-ups__state follow-ups__state--failed' }, [
          sign(),
          text(french.followUps.states.done),
        ]),
      ]),
    ]),
  ]);

  expect(textsOf(out)).toEqual([DOTS, DOTS, DOTS]);
  expect(JSON.stringify(out)).not.toMatch(/refused|expired|failed|circle|M1 2L3/);
  expect(
    change({ attributes: [{ id: status.id, attributes: { class: 'request-status request-status--open' } }] }),
  ).toMatchObject({ data: { attributes: [{ attributes: { class: 'request-status' } }] } });
});

test('an icon is drawn, and nothing else that calls itself one', () => {
  const out = snapshot([
    element('svg', { class: 'lucide lucide-x', 'aria-label': SECRET, onload: SECRET }, [
      element('path', { d: 'M1 2L3 4', 'data-x': SECRET }),
      element('text', {}, [text(SECRET)]),
      element('image', { href: SECRET }),
    ]),
  ]);

  expect(JSON.stringify(out)).not.toContain(SECRET);
  expect(elementsOf(out, 'path')[0]?.attributes).toEqual({ d: 'M1 2L3 4' });
});

test('letters typed one after another make nothing go out, not even that something was typed', () => {
  const shown = text('');
  const masked = text('start');
  const input = element('input', { value: '' });
  snapshot([element('p', {}, [shown]), element('p', {}, [masked]), input]);
  const field = input.id;

  const outs = [...SECRET].flatMap((_, index) => {
    const typed = SECRET.slice(0, index + 1);
    return [
      change({ texts: [{ id: masked.id, value: typed }] }),
      change({ attributes: [{ id: field, attributes: { value: typed, class: typed } }] }),
      gate.pass(incremental({ source: IncrementalSource.Input, id: field, text: typed, isChecked: false })),
      gate.pass(incremental({ source: IncrementalSource.Selection, ranges: [] })),
      gate.pass(
        incremental({ source: IncrementalSource.MouseInteraction, type: 2, id: field, x: 1, y: 2 } as never),
      ),
      gate.pass(incremental({ source: IncrementalSource.MouseMove, positions: [] })),
      gate.pass(incremental({ source: IncrementalSource.Scroll, id: field, x: index, y: index })),
    ];
  });

  expect(outs.filter((out) => out !== null)).toEqual([]);
});

test('what is added in something private does not go out, nor what is added there later', () => {
  const pad = element('div', { class: 'on-screen-keyboard', 'data-private': '' });
  snapshot([pad]);

  const key = element('button', {}, [text(french.frame.back)]);
  expect(change({ adds: [{ parentId: pad.id, nextId: null, node: key }] })).toBeNull();
  expect(change({ adds: [{ parentId: key.id, nextId: null, node: text(SECRET) }] })).toBeNull();
  expect(
    change({ attributes: [{ id: pad.id, attributes: { class: 'on-screen-keyboard--capitals' } }] }),
  ).toBeNull();
  expect(gate.isOpen(pad.id)).toBe(false);
  expect(gate.isOpen(key.id)).toBe(false);
});

test('what belongs to no page that went out stays here', () => {
  snapshot([]);

  expect(change({ adds: [{ parentId: 999, nextId: null, node: text(french.frame.back) }] })).toBeNull();
  expect(change({ texts: [{ id: 999, value: french.frame.back }] })).toBeNull();
  expect(change({ removes: [{ parentId: 1, id: 999 }] })).toBeNull();
});

test('events of other kinds stay here', () => {
  for (const type of [EventType.Custom, EventType.Plugin, EventType.Load, EventType.DomContentLoaded]) {
    expect(gate.pass({ type, data: { tag: SECRET, payload: SECRET }, timestamp: 1 } as never)).toBeNull();
  }
  const meta = gate.pass({
    type: EventType.Meta,
    data: { href: `app://kiosk/${SECRET}`, width: 10, height: 20 },
    timestamp: 1,
  });
  expect(meta?.data).toEqual({ href: '', width: 10, height: 20 });
});

test('pages scroll, fields do not', () => {
  const page = element('section', { class: 'scroll-area__view' });
  const other = element('div', { class: 'elsewhere' });
  snapshot([page, other]);

  const of = (id: number) => gate.pass(incremental({ source: IncrementalSource.Scroll, id, x: 3, y: 40.4 }));
  expect(of(page.id)?.data).toEqual({ source: IncrementalSource.Scroll, id: page.id, x: 0, y: 40 });
  expect(of(other.id)).toBeNull();
});

function snapshot(children: serializedNodeWithId[]): eventWithTime | null {
  const node = { type: NodeType.Document, id: 900_000, childNodes: [element('body', {}, children)] } as never;
  return gate.pass({
    type: EventType.FullSnapshot,
    data: { node, initialOffset: { top: 0, left: 0 } },
    timestamp: 1,
  });
}

function change(data: object): eventWithTime | null {
  return gate.pass(
    incremental({
      source: IncrementalSource.Mutation,
      texts: [],
      attributes: [],
      removes: [],
      adds: [],
      ...data,
    } as never),
  );
}

function incremental(
  data: Extract<eventWithTime, { type: EventType.IncrementalSnapshot }>['data'],
): eventWithTime {
  return { type: EventType.IncrementalSnapshot, data, timestamp: 1 };
}

function element(
  tagName: string,
  attributes: object,
  childNodes: serializedNodeWithId[] = [],
): serializedNodeWithId {
  return { type: NodeType.Element, id: ++lastId, tagName, attributes: attributes as never, childNodes };
}

function text(textContent: string): serializedNodeWithId {
  return { type: NodeType.Text, id: ++lastId, textContent };
}

function nodesOf(out: eventWithTime | null): serializedNodeWithId[] {
  const walk = (node: serializedNodeWithId): serializedNodeWithId[] => [
    node,
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return out?.type === EventType.FullSnapshot ? walk(out.data.node) : [];
}

function textsOf(out: eventWithTime | null): string[] {
  return nodesOf(out).flatMap((node) => (node.type === NodeType.Text ? [node.textContent] : []));
}

function elementsOf(out: eventWithTime | null, tag: string) {
  return nodesOf(out).flatMap((node) =>
    node.type === NodeType.Element && node.tagName === tag ? [node] : [],
  );
}
