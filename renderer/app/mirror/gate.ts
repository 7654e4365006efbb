/**
 * The gate through which the mirror leaves the page. What the recorder saw is not trusted to be harmless: each event is
 * built anew from what is listed here, and whatever is not listed does not go out.
 *
 * - Texts: the kiosk's own fixed words, or the same dots whatever else it is; a text that stays dots is not told again,
 *   so that nobody counts what is typed.
 * - Fields, pictures, drawings, keyboards, pads and all that is marked private: an empty shell.
 * - Attributes: those that say how something of the kiosk's own looks, with the values that they may have. None that
 *   says what was chosen.
 * - What becomes of a request, an insurance, a payment: dots, without the sign and the colour that say it once more.
 * - Of movements: scrolling of pages, the size of the window. No pointer, no keys, no caret, no selection, no field.
 */
import {
  type addedNodeMutation,
  type attributeMutation,
  EventType,
  type eventWithTime,
  IncrementalSource,
  NodeType,
  type removedNodeMutation,
  type serializedNodeWithId,
  type textMutation,
} from '@rrweb/types';

export const DOTS = '•••••';

export interface Gate {
  /** Null when there is nothing in it that may go out. */
  pass(event: eventWithTime): eventWithTime | null;
  /** Whether a touch there may be told. */
  isOpen(node: number): boolean;
}

/** `masked`: its texts are dots whatever they say. `shell`: nothing in it goes out. */
type Manner = 'open' | 'masked' | 'icon' | 'shell';

interface Known {
  readonly manner: Manner;
  readonly parent: number | null;
  readonly children: Set<number>;
  readonly tag: string;
  isScrolled: boolean;
  text: string | null;
}

const TAGS: ReadonlySet<string> = new Set(
  [
    'html head body main header footer section article nav aside div span p h1 h2 h3 h4 h5 h6 a button label form',
    'fieldset legend ul ol li dl dt dd table caption thead tbody tfoot tr th td strong em b i small sup sub br hr bdi',
    'figure figcaption time',
  ].flatMap((line) => line.split(' ')),
);

/** Elements whose content is somebody's, whatever they are called. */
const SHELL_TAGS: ReadonlySet<string> = new Set(
  'input textarea select option canvas img picture video audio object embed iframe webview svg'.split(' '),
);
const SHELL_CLASSES: ReadonlySet<string> = new Set([
  'on-screen-keyboard',
  'figure-pad',
  'staff__pad',
  'signature-pad',
  'print-preview',
  // One answer of them is what is so today, and says so.
  'choice-step--in-force',
]);
/** Values of a list of facts, and figures of a table: the person's own, though they may read like the kiosk's words. */
const MASKED_TAGS: ReadonlySet<string> = new Set(['dd', 'td', 'time', 'bdi', 'output']);
/** As these: how things stand for the person, in words, with a sign and a colour. */
const MASKED_CLASSES: ReadonlySet<string> = new Set([
  'request-status',
  'insurance__standing',
  'insurance__state',
  'situation__waits',
]);
/** What has a size of its own, which says nothing of what is in it. */
const SIZED: ReadonlySet<string> = new Set(['canvas', 'img', 'video', 'svg']);

const ICON_CLASS = 'lucide';
const ICON_TAGS: ReadonlySet<string> = new Set('path circle line polyline polygon rect ellipse g'.split(' '));
const ICON_ATTRIBUTES: ReadonlySet<string> = new Set(
  [
    'xmlns width height viewBox fill stroke stroke-width stroke-linecap stroke-linejoin d cx cy r x y x1 x2 y1 y2 rx',
    'ry points',
  ].flatMap((line) => line.split(' ')),
);
const ICON_VALUE = /^[\w\s.,:/#+-]{0,2000}$/;

/** As the style sheets have them: neither figures nor capitals. Icons are told apart by figures, too. */
const CLASS_NAME = /^(?:[a-z][a-z_-]{0,60}|lucide[\w-]{0,40})$/;
/** How a chosen one looks says which was chosen. */
const SAYS_CHOICE = /(chosen|selected|current|checked|active|pressed|filled)$/;
/** How a fact looks says which it is: the second part of a name, and what an icon is called. */
const SAYS_FACT = /--|^lucide-/;
const WORD = /^[A-Za-z-]{0,24}$/;
const PLAIN_ATTRIBUTES: ReadonlySet<string> = new Set([
  'dir',
  'lang',
  'hidden',
  'disabled',
  'data-disabled',
  'data-contrast',
  'data-text-size',
  'data-screen',
]);
const OWN_STYLE_SHEET = /\/assets\/([\w.-]+\.css)$/;
/** What the whole page looks like: the size of a millimetre, and the landlord's colours. */
const ROOT_STYLES: Readonly<Record<string, RegExp>> = {
  '--mm': /^[\d.]{1,24}px$/,
  '--brand-primary': /^#[0-9a-f]{3,8}$/i,
  '--brand-on-primary': /^#[0-9a-f]{3,8}$/i,
};
const ROOT_ID = 'screen';
/** React Aria's words for screen readers alone. */
const ONLY_HEARD = /clip-path:\s*inset\(50%\)/;
const SCROLLED_CLASS = 'scroll-area__view';
/** What is touched there is an answer. */
const ANSWER_CLASSES = /(^|\s)(choices?|choice-step|picker|radio|date-fields)(__|--|\s|$)/;

type Attributes = Readonly<Record<string, unknown>>;

export function createGate(isOwnText: (text: string) => boolean): Gate {
  let known = new Map<number, Known>();

  return {
    pass(event) {
      switch (event.type) {
        case EventType.Meta:
          return { ...stamp(event), type: event.type, data: { href: '', ...sizeOf(event.data) } };
        case EventType.FullSnapshot:
          known = new Map();
          return {
            ...stamp(event),
            type: event.type,
            data: { node: nodeOf(event.data.node, null), initialOffset: { top: 0, left: 0 } },
          };
        case EventType.IncrementalSnapshot:
          return passChange(event);
        default:
          return null;
      }
    },
    isOpen: (node) => known.get(node)?.manner === 'open',
  };

  function passChange(event: Extract<eventWithTime, { type: EventType.IncrementalSnapshot }>) {
    const { data } = event;
    switch (data.source) {
      case IncrementalSource.Mutation: {
        // In the recorder's order: what is removed and added again is the same node.
        const removes = data.removes.flatMap(removeOf);
        const adds = data.adds.flatMap(addOf);
        const texts = data.texts.flatMap(textOf);
        const attributes = data.attributes.flatMap(attributesOf);
        if (removes.length + adds.length + texts.length + attributes.length === 0) return null;
        return {
          ...stamp(event),
          type: event.type,
          data: { source: data.source, texts, attributes, removes, adds },
        };
      }
      case IncrementalSource.Scroll: {
        if (!known.get(data.id)?.isScrolled) return null;
        return {
          ...stamp(event),
          type: event.type,
          data: { source: data.source, id: data.id, x: 0, y: Math.round(data.y) },
        };
      }
      case IncrementalSource.ViewportResize:
        return { ...stamp(event), type: event.type, data: { source: data.source, ...sizeOf(data) } };
      default:
        return null;
    }
  }

  function removeOf({ parentId, id }: removedNodeMutation): removedNodeMutation[] {
    if (!known.has(id)) return [];
    forget(id);
    return [{ parentId, id }];
  }

  function addOf({ parentId, nextId, node }: addedNodeMutation): addedNodeMutation[] {
    const parent = known.get(parentId);
    if (!parent || parent.manner === 'shell') return [];
    if (known.has(node.id)) forget(node.id);
    return [{ parentId, nextId, node: nodeOf(node, parentId) }];
  }

  function textOf({ id, value }: textMutation): textMutation[] {
    const node = known.get(id);
    if (!node || node.text === null) return [];
    const text = shownText(value ?? '', node.manner);
    if (text === node.text) return [];
    node.text = text;
    return [{ id, value: text }];
  }

  function attributesOf({ id, attributes }: attributeMutation): attributeMutation[] {
    const node = known.get(id);
    if (!node || node.manner === 'shell' || node.tag === '') return [];
    const passed: attributeMutation['attributes'] = {};
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'style' || name === 'href' || name === 'rel' || name === 'id') continue;
      if (value === null) {
        if (name === 'class' || PLAIN_ATTRIBUTES.has(name)) passed[name] = null;
        continue;
      }
      Object.assign(passed, attributesFor(node.tag, node.manner, { [name]: value }));
    }
    return Object.keys(passed).length === 0 ? [] : [{ id, attributes: passed }];
  }

  function nodeOf(node: serializedNodeWithId, parentId: number | null): serializedNodeWithId {
    const above = parentId === null ? null : (known.get(parentId) ?? null);
    const { id } = node;
    switch (node.type) {
      case NodeType.Document: {
        remember(id, { manner: 'open', parent: parentId, tag: '' });
        return { type: node.type, id, childNodes: node.childNodes.map((child) => nodeOf(child, id)) };
      }
      case NodeType.DocumentType:
        remember(id, { manner: 'open', parent: parentId, tag: '' });
        return { type: node.type, id, name: 'html', publicId: '', systemId: '' };
      case NodeType.Element: {
        const tag = node.tagName.toLowerCase();
        const manner = mannerOf(tag, node.attributes, above?.manner ?? 'open');
        const shownTag = shownTagOf(tag, manner, node.attributes);
        const made = remember(id, { manner, parent: parentId, tag: shownTag });
        made.isScrolled = manner !== 'shell' && classesOf(node.attributes).includes(SCROLLED_CLASS);
        return {
          type: node.type,
          id,
          tagName: shownTag,
          attributes: {
            ...attributesFor(shownTag, manner, node.attributes),
            ...(manner === 'shell' ? shellOf(tag, node.attributes) : {}),
          } as never,
          childNodes: manner === 'shell' ? [] : node.childNodes.map((child) => nodeOf(child, id)),
          ...(manner === 'icon' || (manner === 'shell' && tag === 'svg') ? { isSVG: true as const } : {}),
        };
      }
      case NodeType.Text: {
        const manner = above?.manner ?? 'masked';
        const text = above?.tag === 'meta' ? '' : shownText(node.textContent, manner);
        remember(id, { manner, parent: parentId, tag: '' }).text = text;
        return { type: node.type, id, textContent: text };
      }
      default:
        // What is told of later must find its place among its neighbours.
        remember(id, { manner: 'masked', parent: parentId, tag: '' });
        return { type: NodeType.Comment, id, textContent: '' };
    }
  }

  function shownText(text: string, manner: Manner): string {
    if (text.trim() === '') return text === '' ? '' : ' ';
    return manner === 'open' && isOwnText(text) ? text : DOTS;
  }

  function remember(id: number, made: { manner: Manner; parent: number | null; tag: string }): Known {
    const kept: Known = { ...made, children: new Set(), isScrolled: false, text: null };
    known.set(id, kept);
    if (made.parent !== null) known.get(made.parent)?.children.add(id);
    return kept;
  }

  function forget(id: number): void {
    const node = known.get(id);
    if (!node) return;
    known.delete(id);
    if (node.parent !== null) known.get(node.parent)?.children.delete(id);
    for (const child of node.children) forget(child);
  }
}

/** Whether a touch on it, or in it, would tell an answer or a key. */
export function isAnswer(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const attributes = { class: at.getAttribute('class') ?? '' };
    if (SHELL_TAGS.has(at.tagName.toLowerCase()) && !classesOf(attributes).includes(ICON_CLASS)) return true;
    if (at.hasAttribute('data-private') || classesOf(attributes).some((name) => SHELL_CLASSES.has(name)))
      return true;
    if (ANSWER_CLASSES.test(attributes.class) || at.tagName === 'LABEL') return true;
    if (['radio', 'option', 'checkbox', 'radiogroup', 'listbox'].includes(at.getAttribute('role') ?? ''))
      return true;
    if (at.hasAttribute('aria-pressed') || at.hasAttribute('aria-checked')) return true;
  }
  return false;
}

function mannerOf(tag: string, attributes: Attributes, above: Manner): Manner {
  if (above === 'icon') return ICON_TAGS.has(tag) ? 'icon' : 'shell';
  if (above === 'shell') return 'shell';
  const classes = classesOf(attributes);
  // Beside what is dots, the sign would say it.
  if (tag === 'svg' && classes.includes(ICON_CLASS)) return above === 'masked' ? 'shell' : 'icon';
  // What the recorder left out has a size instead of a content.
  if (SHELL_TAGS.has(tag) || 'data-private' in attributes || 'rr_width' in attributes) return 'shell';
  if (classes.some((name) => SHELL_CLASSES.has(name))) return 'shell';
  const isFact = MASKED_TAGS.has(tag) || classes.some((name) => MASKED_CLASSES.has(name));
  return above === 'masked' || isFact ? 'masked' : 'open';
}

function shownTagOf(tag: string, manner: Manner, attributes: Attributes): string {
  if (manner === 'icon' || SHELL_TAGS.has(tag) || TAGS.has(tag)) return tag === 'iframe' ? 'div' : tag;
  if (tag === 'link' && styleSheetOf(attributes) !== null) return 'link';
  // It has a place, and shows nothing.
  return tag.includes('-') || tag === 'output' || tag === 'u' || tag === 'code' ? 'span' : 'meta';
}

function attributesFor(tag: string, manner: Manner, attributes: Attributes): Record<string, string | true> {
  const passed: Record<string, string | true> = {};
  const href = tag === 'link' ? styleSheetOf(attributes) : null;
  if (href !== null) return { rel: 'stylesheet', href };
  if (tag === 'meta' || tag === 'link') return {};
  // A row holds nothing but cells, which are masked.
  const isOfFacts = manner === 'masked' || manner === 'shell' || tag === 'tr';

  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') {
      const classes = classesOf(attributes);
      // How a keyboard looks says whether capitals or figures are being typed.
      const pads = manner === 'shell' ? classes.filter((each) => SHELL_CLASSES.has(each)) : [];
      passed.class = (pads.length > 0 ? pads : classes)
        .filter((each) => CLASS_NAME.test(each) && !SAYS_CHOICE.test(each))
        .filter((each) => !isOfFacts || !SAYS_FACT.test(each))
        .join(' ');
    } else if (manner === 'icon') {
      if (ICON_ATTRIBUTES.has(name) && ICON_VALUE.test(String(value))) passed[name] = String(value);
    } else if (manner !== 'shell' && PLAIN_ATTRIBUTES.has(name)) {
      if (value === true || WORD.test(String(value))) passed[name] = value === true ? true : String(value);
    } else if (name === 'id' && value === ROOT_ID) {
      passed.id = ROOT_ID;
    } else if (name === 'style' && typeof value === 'string') {
      if (tag === 'html') passed.style = rootStyleOf(value);
      else if (ONLY_HEARD.test(value)) passed.class = `${passed.class ?? ''} only-heard`.trim();
    }
  }
  return passed;
}

/** What a shell takes up, where that does not come from what is in it. */
function shellOf(tag: string, attributes: Attributes): Record<string, string> {
  const isPad = classesOf(attributes).some((name) => SHELL_CLASSES.has(name));
  const sizes: Record<string, string> = { 'data-private': '' };
  if (!SIZED.has(tag) && !isPad) return sizes;
  for (const name of ['rr_width', 'rr_height']) {
    const value = String(attributes[name] ?? '');
    if (/^[\d.]{1,12}px$/.test(value)) sizes[name] = value;
  }
  return sizes;
}

function styleSheetOf(attributes: Attributes): string | null {
  if (attributes.rel !== 'stylesheet') return null;
  const file = OWN_STYLE_SHEET.exec(String(attributes.href ?? ''))?.[1];
  return file === undefined ? null : `kiosk/assets/${file}`;
}

function rootStyleOf(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .filter(([name = '', value = '']) => ROOT_STYLES[name]?.test(value))
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}

function classesOf(attributes: Attributes): string[] {
  return typeof attributes.class === 'string' ? attributes.class.split(/\s+/).filter(Boolean) : [];
}

function stamp({ timestamp }: eventWithTime): { timestamp: number } {
  return { timestamp };
}

function sizeOf({ width, height }: { width: number; height: number }): { width: number; height: number } {
  return { width, height };
}
