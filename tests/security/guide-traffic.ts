/** Looks for secrets in what a kiosk sent to the desk: whole, in part, with other spaces, or one key at a time. */

/** As much of a secret as chance does not bring along: by six letters somebody would be known. */
const PART = 6;

/** Each by what it is. @returns the names of those found */
export function secretsIn(traffic: string, secrets: Readonly<Record<string, string>>): string[] {
  // When something happened is a figure, too.
  const plain = withoutSpaces(traffic.replace(/"timestamp":\d+/g, ''));
  const keys = withoutSpaces(shortTextsIn(traffic).join(''));
  return Object.entries(secrets)
    .filter(([, secret]) => {
      const sought = withoutSpaces(secret);
      const beginning = sought.slice(0, PART);
      const end = sought.slice(-PART);
      return [plain, keys].some((where) => [beginning, end].some((part) => where.includes(part)));
    })
    .map(([name]) => name);
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, '').toLowerCase();
}

/** Single letters and figures, wherever they stand in the frames, in the order in which they went out. */
function shortTextsIn(traffic: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && value.trim().length === 1) found.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  for (const line of traffic.split('\n')) if (line !== '') walk(JSON.parse(line));
  return found;
}

/** All that a kiosk tells the desk beside the mirror. */
const SIGNALS: ReadonlySet<unknown> = new Set([
  'accepted',
  'touch',
  'alone',
  'sentence',
  'suggestion',
  'bye',
]);
/** By the numbers of rrweb: what the page is like, all of it, what changes in it. */
const EVENTS: ReadonlySet<unknown> = new Set([4, 2, 3]);
/** A change of the page, scrolling, the size of the window. */
const SOURCES: ReadonlySet<unknown> = new Set([undefined, 0, 3, 4]);
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  class: /^(?:(?:[a-z][a-z_-]*|lucide[\w-]*|only-heard)(?: |$))*$/,
  dir: /^(?:ltr|rtl|auto)$/,
  lang: /^[A-Za-z-]{2,8}$/,
  hidden: /^(?:true)?$/,
  disabled: /^(?:true)?$/,
  'data-disabled': /^(?:true)?$/,
  'data-contrast': /^[a-zA-Z-]+$/,
  'data-text-size': /^[a-zA-Z-]+$/,
  'data-screen': /^[a-zA-Z]+$/,
  'data-private': /^$/,
  rr_width: /^[\d.]+px$/,
  rr_height: /^[\d.]+px$/,
  rel: /^stylesheet$/,
  href: /^kiosk\/assets\/[\w.-]+\.css$/,
  id: /^screen$/,
  style: /^(?:--(?:mm|brand-primary|brand-on-primary): [#\w.]+(?:; |$))*$/,
};
/** Of icons, which have the same lines whoever is there. */
const OF_ICONS =
  /^(?:xmlns|width|height|viewBox|fill|stroke|stroke-\w+|d|cx|cy|r|x|y|x1|x2|y1|y2|rx|ry|points)$/;

/**
 * What is in the traffic and is none of the few things that may be: the other way round than `secretsIn`, and whatever
 * was typed. The kiosk's gate has a list of its own; this one is held against what came out of it.
 */
export function strangersIn(traffic: string, isOwnText: (text: string) => boolean): string[] {
  const found = new Set<string>();
  for (const line of traffic.split('\n')) {
    if (line === '') continue;
    const frame = JSON.parse(line) as { type: unknown; events?: MirrorEvent[] };
    if (frame.type === 'mirror') for (const event of frame.events ?? []) lookAt(event);
    else if (!SIGNALS.has(frame.type)) found.add(`frame ${String(frame.type)}`);
  }
  return [...found];

  function lookAt({ type, data }: MirrorEvent): void {
    if (!EVENTS.has(type) || !SOURCES.has(data.source)) found.add(`event ${type}, source ${data.source}`);
    if (data.href) found.add(`address ${data.href}`);
    if (data.node) lookAtNode(data.node);
    for (const { node } of data.adds ?? []) lookAtNode(node);
    for (const { value } of data.texts ?? []) lookAtText(value);
    for (const { attributes } of data.attributes ?? []) lookAtAttributes(attributes, false);
  }

  function lookAtNode({
    type,
    tagName,
    attributes = {},
    textContent,
    childNodes = [],
    isSVG,
  }: MirrorNode): void {
    if (textContent !== undefined) lookAtText(textContent);
    lookAtAttributes(attributes, isSVG === true);
    const isShell = 'data-private' in attributes;
    if (isShell && childNodes.length > 0) found.add(`content of a private ${tagName}`);
    if (type === 2 && 'value' in attributes) found.add(`value of ${tagName}`);
    for (const child of childNodes) lookAtNode(child);
  }

  function lookAtText(text: string): void {
    if (!['', ' ', '•••••'].includes(text) && !isOwnText(text)) found.add(`text ${text}`);
  }

  function lookAtAttributes(attributes: Readonly<Record<string, unknown>>, isIcon: boolean): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || (isIcon && OF_ICONS.test(name))) continue;
      if (!ATTRIBUTES[name]?.test(String(value).trim())) found.add(`attribute ${name}=${String(value)}`);
    }
  }
}

interface MirrorNode {
  readonly type: number;
  readonly tagName?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly textContent?: string;
  readonly childNodes?: readonly MirrorNode[];
  readonly isSVG?: boolean;
}

interface MirrorEvent {
  readonly type: number;
  readonly data: {
    readonly source?: number;
    readonly href?: string;
    readonly node?: MirrorNode;
    readonly adds?: readonly { node: MirrorNode }[];
    readonly texts?: readonly { value: string }[];
    readonly attributes?: readonly { attributes: Readonly<Record<string, unknown>> }[];
  };
}
