import type { Locale } from '../../../preload/contract.ts';
import { formatDayInWords } from '../formats/dates.ts';
import { type Block, type FieldBlock, millimetres, type PaperDocument } from '../layout/document.ts';
import type { Path } from '../layout/path.ts';
import { messagesIn } from '../messages/messages.ts';
import { issue } from '../parts/issue.ts';
import type { DirectDebitFormContent, DirectDebitMandateContent } from './direct-debit-mandate-content.ts';
import { readSignaturePath } from './signature-path.ts';

/** A French IBAN; that of another country is written from the left as well. */
const IBAN_BOXES = 27;
const BIC_BOXES = 11;
const IN_GROUPS_OF_FOUR = /(.{4})(?=.)/g;

/** What the sheet has a place for. Null: to be written by hand. */
interface Sheet {
  readonly creditor: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly identifier: string | null;
  };
  readonly reference: string | null;
  readonly leaseNumber: string | null;
  readonly holder: string | null;
  readonly holderAddressLines: readonly string[] | null;
  readonly iban: string | null;
  /** Left out of the sheet where it is not needed. */
  readonly bic: string | null | 'notNeeded';
  readonly day: number | null;
  /** Present once it is signed. */
  readonly signed: { readonly path: Path; readonly place: string; readonly on: string } | null;
  readonly issuedOn: string;
  readonly locale: Locale;
}

/** A mandate that was checked, as a paper: filled in, and signed where it is. */
export function composeDirectDebitMandate(content: DirectDebitMandateContent): PaperDocument {
  const { signaturePath, signedOn, place, locale, bic } = content;
  const words = messagesIn(locale).directDebitMandate;
  const path = signaturePath === null ? null : readSignaturePath(signaturePath);
  return composeSheet({
    ...content,
    bic: bic ?? 'notNeeded',
    signed: path && { path, place: place ?? words.atTheKiosk(content.creditor.name), on: signedOn },
    issuedOn: signedOn,
  });
}

/** The same sheet, with lines and boxes to be filled in by hand. */
export function composeDirectDebitForm(content: DirectDebitFormContent): PaperDocument {
  return composeSheet({
    ...content,
    reference: null,
    holder: content.tenantName,
    holderAddressLines: null,
    iban: null,
    bic: null,
    day: null,
    signed: null,
  });
}

function composeSheet(sheet: Sheet): PaperDocument {
  const { creditor, leaseNumber, signed, issuedOn, locale } = sheet;
  const words = messagesIn(locale).directDebitMandate;
  const small = (text: string) => ({ kind: 'text', role: 'P', style: 'small', text }) as const;
  const section = (text: string) => ({ kind: 'text', role: 'H2', style: 'section', text }) as const;
  return issue(
    { title: words.documentTitle(leaseNumber), author: creditor.name, issuedOn, locale },
    [
      { kind: 'text', role: 'H1', style: 'title', text: words.title },
      { kind: 'space', height: millimetres(4) },
      composeReferences(sheet),
      small(words.authorisation(creditor.name)),
      { kind: 'space', height: 5 },
      small(words.refund),
      { kind: 'space', height: millimetres(4) },
      section(words.debtor),
      { kind: 'space', height: 3 },
      ...composeDebtor(sheet),
      { kind: 'space', height: millimetres(2) },
      section(words.creditor),
      { kind: 'space', height: 3 },
      composeCreditor(sheet),
      { kind: 'space', height: millimetres(2) },
      section(words.agreement),
      { kind: 'space', height: 3 },
      composeSignature(sheet),
      { kind: 'space', height: millimetres(3) },
      small(words.rights),
      { kind: 'space', height: 4 },
      small(words.privacy(creditor.name)),
      ...(signed ? [] : [{ kind: 'space', height: 4 } as const, small(words.handIn(creditor.name))]),
    ],
    [words.footer(leaseNumber, formatDayInWords(issuedOn, locale)), creditor.name],
  );
}

function composeReferences({ reference, creditor, leaseNumber, locale }: Sheet): Block {
  const words = messagesIn(locale).directDebitMandate;
  return sideBySide(
    [1.5, field(reference === null ? words.referenceByCreditor : words.reference, reference)],
    [1.2, field(words.identifier, creditor.identifier)],
    [0.8, field(messagesIn(locale).leaseNumber, leaseNumber)],
  );
}

function composeDebtor(sheet: Sheet): Block[] {
  const { holder, holderAddressLines, iban, bic, day, locale } = sheet;
  const words = messagesIn(locale).directDebitMandate;
  const dayField = field(words.day, day === null ? null : words.dayOfMonth(day));
  const bicField = { ...field(words.bic, bic), boxes: BIC_BOXES };
  return [
    sideBySide(
      [1, field(words.holder, holder)],
      [1, { kind: 'field', label: words.address, lines: holderAddressLines ?? ['', ''] }],
    ),
    { ...field(words.iban, iban?.replace(IN_GROUPS_OF_FOUR, '$1\u00a0') ?? null), boxes: IBAN_BOXES },
    bic === 'notNeeded' ? dayField : sideBySide([1, bicField], [1, dayField]),
  ];
}

function composeCreditor({ creditor, locale }: Sheet): Block {
  const words = messagesIn(locale).directDebitMandate;
  return sideBySide(
    [1, { kind: 'field', label: words.creditorName, lines: [creditor.name, ...creditor.addressLines] }],
    [1, field(words.paymentType, words.recurrent)],
  );
}

function composeSignature({ signed, locale }: Sheet): Block {
  const words = messagesIn(locale).directDebitMandate;
  return {
    kind: 'columns',
    gap: millimetres(8),
    columns: [
      {
        share: 1,
        blocks: [
          field(words.place, signed?.place ?? null),
          field(words.date, signed && formatDayInWords(signed.on, locale)),
        ],
      },
      {
        share: 1,
        blocks: [
          {
            kind: 'signature',
            label: words.signature,
            path: signed?.path ?? null,
            alternative: words.signatureRead,
          },
        ],
      },
    ],
  };
}

function sideBySide(...fields: readonly (readonly [share: number, field: FieldBlock])[]): Block {
  return {
    kind: 'columns',
    gap: millimetres(8),
    columns: fields.map(([share, block]) => ({ share, blocks: [block] })),
  };
}

/** A line to write on where nothing is known. */
function field(label: string, value: string | null): FieldBlock {
  return { kind: 'field', label, lines: [value ?? ''] };
}
