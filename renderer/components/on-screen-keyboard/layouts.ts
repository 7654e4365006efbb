/**
 * The keys, page by page. Rows are those of a French AZERTY keyboard, so that hands which know one find their way.
 *
 * A key is what it types, or a name in braces. A row is ten letters wide, or little more: a screen of 24 inches
 * standing upright has room for twelve keys of 20 mm at the most.
 */

/** `code`: capitals and digits, nothing else. `userName`: of a member of staff. `text`: several lines. `phone`: figures, and what stands before them. */
export type FieldKind = 'email' | 'password' | 'name' | 'text' | 'code' | 'userName' | 'phone';
export type Page = 'letters' | 'capitals' | 'symbols' | 'accents' | 'accentedCapitals';

/** How much wider than a letter a key is, where it is. */
export const KEY_WIDTHS: Readonly<Record<string, number>> = {
  '{shift}': 1.6,
  '{backspace}': 2.2,
  '{space}': 2.6,
  '{letters}': 1.6,
  '{symbols}': 1.6,
  '{accents}': 1.7,
  '{next}': 1.7,
  '{enter}': 1.7,
  '.fr': 1.2,
  '.com': 1.5,
};

/** The mail services that most tenants have: one touch instead of eleven. */
const EMAIL_ENDINGS = '@orange.fr @wanadoo.fr @gmail.com @free.fr';
const PASSWORD_SIGNS = '! ? # $ % & * + = /';
const NAME_LETTERS = 'é è ê ë à â ç ô î ï';
const DIGITS = '1 2 3 4 5 6 7 8 9 0';

/** What is typed with one hand from a sheet of paper: nothing to choose, nothing to miss. */
const CODE = [DIGITS, 'A Z E R T Y U I O P', 'Q S D F G H J K L M', 'W X C V B N {backspace} {next}'];

const USER_NAME = [
  DIGITS,
  'a z e r t y u i o p',
  'q s d f g h j k l m',
  'w x c v b n . - {backspace} {next}',
];

/** As on a telephone. */
const PHONE = ['1 2 3', '4 5 6', '7 8 9', '+ 0 {backspace} {next}'];

type WrittenKind = Exclude<FieldKind, 'code' | 'userName' | 'phone'>;

const FIRST_ROW: Record<WrittenKind, string> = {
  email: EMAIL_ENDINGS,
  password: PASSWORD_SIGNS,
  name: NAME_LETTERS,
  text: NAME_LETTERS,
};

const LAST_ROW: Record<WrittenKind, string> = {
  email: '{symbols} @ . - _ .fr .com {next}',
  password: '{symbols} {accents} {space} . - _ {next}',
  name: '{symbols} {accents} {space} . - {next}',
  text: '{symbols} {accents} {space} , . {enter}',
};

export function layoutFor(kind: FieldKind): Record<Page, string[]> {
  if (kind === 'code') return onOnePage(CODE);
  if (kind === 'userName') return onOnePage(USER_NAME);
  if (kind === 'phone') return onOnePage(PHONE);
  const firstRow = FIRST_ROW[kind];
  // Where there are several lines, the way on is a button of the screen.
  const end = kind === 'text' ? '{enter}' : '{next}';
  return {
    letters: [
      firstRow,
      DIGITS,
      'a z e r t y u i o p',
      'q s d f g h j k l m',
      "{shift} w x c v b n ' {backspace}",
      LAST_ROW[kind],
    ],
    capitals: [
      firstRow === NAME_LETTERS ? firstRow.toUpperCase() : firstRow,
      DIGITS,
      'A Z E R T Y U I O P',
      'Q S D F G H J K L M',
      "{shift} W X C V B N ' {backspace}",
      LAST_ROW[kind],
    ],
    symbols: [
      '& ~ " # { ( [ | ` \\',
      DIGITS,
      '^ @ ) ] = } + - * /',
      '$ € £ % < > ? , . ;',
      ": ! § ° _ ' µ {backspace}",
      `{letters} {accents} {space} ${end}`,
    ],
    accents: [
      'é è ê ë à â ä ç ù û',
      DIGITS,
      'ü î ï ô ö œ æ ÿ ñ ß',
      'á í ó ú ã õ å ø š ž',
      '{shift} ’ « » · {backspace}',
      `{letters} {symbols} {space} ${end}`,
    ],
    accentedCapitals: [
      'É È Ê Ë À Â Ä Ç Ù Û',
      DIGITS,
      'Ü Î Ï Ô Ö Œ Æ Ÿ Ñ ẞ',
      'Á Í Ó Ú Ã Õ Å Ø Š Ž',
      '{shift} ’ « » · {backspace}',
      `{letters} {symbols} {space} ${end}`,
    ],
  };
}

function onOnePage(rows: string[]): Record<Page, string[]> {
  return { letters: rows, capitals: rows, symbols: rows, accents: rows, accentedCapitals: rows };
}

/** Which page a named key leads to, from the page where it was touched; null when it stays. */
export function pageAfter(key: string, page: Page): Page | null {
  switch (key) {
    case '{letters}':
      return 'letters';
    case '{symbols}':
      return 'symbols';
    case '{accents}':
      return 'accents';
    case '{shift}':
      return SHIFTED[page];
    default:
      return null;
  }
}

/** A capital is typed alone: after it the small letters are back. */
export function pageAfterTyping(page: Page): Page {
  if (page === 'capitals') return 'letters';
  if (page === 'accentedCapitals') return 'accents';
  return page;
}

const SHIFTED: Readonly<Record<Page, Page>> = {
  letters: 'capitals',
  capitals: 'letters',
  symbols: 'symbols',
  accents: 'accentedCapitals',
  accentedCapitals: 'accents',
};
