import type { Failure } from '../../../preload/contract.ts';
import type { SentLink } from '../../../preload/joining-contract.ts';
import { NOTHING_WRITTEN, type WrittenDate } from '../../components/date-fields/written-date.ts';

export type JoiningStep =
  | 'start'
  | 'noEmail'
  | 'number'
  | 'name'
  | 'birth'
  | 'identifying'
  | 'refused'
  | 'already'
  | 'email'
  | 'password'
  | 'consent'
  | 'wait'
  | 'correct'
  | 'later'
  | 'slip';

/** What was typed for an account of one's own. It lives as long as the screens of somebody who has not signed in. */
export interface Draft {
  step: JoiningStep;
  number: string;
  name: string;
  birth: WrittenDate;
  /** Why nobody was found. */
  refusal: Failure | null;
  email: string;
  emailIsTaken: boolean;
  password: string;
  passwordIsRefused: boolean;
  /** `email`: where to, whatever is typed since. `atMs`: when it was sent, by `performance.now()`. */
  sent: (SentLink & { email: string; atMs: number; isAgain: boolean }) | null;
}

export const EMPTY_DRAFT: Draft = {
  step: 'start',
  number: '',
  name: '',
  birth: NOTHING_WRITTEN,
  refusal: null,
  email: '',
  emailIsTaken: false,
  password: '',
  passwordIsRefused: false,
  sent: null,
};
