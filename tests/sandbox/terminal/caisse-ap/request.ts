import type { Asked } from '../desk.ts';
import { type Fields, readFields } from './fields.ts';

/** AF, as far as a terminal says it about a request that it does not begin. */
export type Detail = '07' | '09' | '12' | '13';

export type Request =
  | { kind: 'transaction'; fields: Fields; asked: Asked; isAnsweredAtOnce: boolean }
  | { kind: 'duplicateTicket'; fields: Fields }
  /** Answered with "not done" and the reason. */
  | { kind: 'wrong'; fields: Fields; detail: Detail }
  /** Newer firmware chokes on it: the connection ends without a word. */
  | { kind: 'choking' };

const VERSIONS = ['0300', '0320'];
const EURO = '978';
/** By CD. */
const ACTIONS = { '0': 'debit', '1': 'refund', '2': 'void' } as const;
const DUPLICATE_TICKET = '3';
const AMOUNT = /^\d{2,12}$/;

/** What a terminal understands of the bytes that came in one piece. */
export function understand(message: string): Request {
  const fields = readFields(message);
  if (!fields || [...fields.keys()][0] !== 'CZ') return wrong(fields ?? new Map(), '09');
  if (fields.has('BF')) return { kind: 'choking' };
  const value = (tag: string) => fields.get(tag) ?? '';
  const isWhole =
    VERSIONS.includes(value('CZ')) &&
    /^[0-9A-Za-z]{12}$/.test(value('CJ')) &&
    /^\d{2}$/.test(value('CA')) &&
    /^[01]$/.test(value('BA'));
  if (!isWhole) return wrong(fields, '09');
  if (value('CE') !== EURO) return wrong(fields, '13');
  if (value('CD') === DUPLICATE_TICKET) return { kind: 'duplicateTicket', fields };

  const action = ACTIONS[value('CD') as keyof typeof ACTIONS];
  if (!action) return wrong(fields, '12');
  const amountCents = Number(value('CB'));
  if (!AMOUNT.test(value('CB')) || amountCents === 0) return wrong(fields, '09');
  return {
    kind: 'transaction',
    fields,
    isAnsweredAtOnce: value('BA') === '1',
    // The protocol has no place for a reference: the same request twice is two transactions.
    asked: {
      action,
      amountCents,
      currency: value('CE'),
      register: value('CA'),
      reference: null,
      askedAt: null,
      requestKey: null,
    },
  };
}

function wrong(fields: Fields, detail: Detail): Request {
  return { kind: 'wrong', fields, detail };
}
