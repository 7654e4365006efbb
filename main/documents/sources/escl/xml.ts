/**
 * What a scanner says in XML, read as a tree. A scanner has no reason to declare entities or to name other files, so a
 * document type of any kind is refused: nothing is expanded, and nothing is fetched.
 */
import sax from 'sax';

export interface XmlElement {
  /** Without its prefix: makers do not agree on which of two namespaces an element belongs to. */
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** Of the element itself, without spaces around it. */
  readonly text: string;
}

/** The capabilities of the largest devices have some 400 elements, 9 deep. */
const MOST_ELEMENTS = 5_000;
const DEEPEST = 32;

interface Growing {
  name: string;
  children: Growing[];
  text: string;
}

/** Null for what is no XML, is more than a scanner has to say, or is about something else than `rootName`. */
export function readXml(bytes: Uint8Array, rootName: string): XmlElement | null {
  try {
    const root = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return root?.name === rootName ? root : null;
  } catch {
    // Whatever the parser throws, it throws at the text.
    return null;
  }
}

/** All elements of that path below it. */
export function elementsAt(from: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [from],
  );
}

/** The text of the first element of that path; null where there is none. */
export function textAt(from: XmlElement, ...path: readonly string[]): string | null {
  return elementsAt(from, ...path)[0]?.text ?? null;
}

/** A whole number that is not negative, or null. */
export function numberAt(from: XmlElement, ...path: readonly string[]): number | null {
  const text = textAt(from, ...path);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function parse(text: string): XmlElement | null {
  const parser = sax.parser(true, { trim: true, position: false, strictEntities: true });
  const open: Growing[] = [];
  let root: Growing | null = null;
  let elements = 0;

  parser.onerror = (error) => {
    throw error;
  };
  parser.ondoctype = () => {
    throw new RangeError('a document type');
  };
  parser.onopentag = ({ name }) => {
    elements += 1;
    if (elements > MOST_ELEMENTS || open.length >= DEEPEST) throw new RangeError('too much');
    if (root && open.length === 0) throw new RangeError('a second root');
    const element = { name: name.slice(name.indexOf(':') + 1), children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  };
  parser.onclosetag = () => void open.pop();
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.write(text).close();
  return root;
}
