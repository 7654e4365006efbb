/**
 * How people come by what they sign in with: an account of their own, or another password. Everything is answered
 * at once by the landlord's system, or not at all: what is typed here never waits on a disk.
 */
import * as z from 'zod';
import { LONGEST_EMAIL, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './credential-lengths.ts';
import { resultOf } from './failures.ts';
import { day, instant, none, startedPrint } from './values.ts';

/** What came by e-mail for a lost password. */
export const RESET_CODE = /^\d{6}$/;

const email = z.string().min(3).max(LONGEST_EMAIL);
const password = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD);
const seconds = z.int().min(0).max(86_400);

const sentLink = z.strictObject({
  /** `j•••@exemple.fr` */
  maskedEmail: z.string(),
  validUntil: instant,
  /** Null when it will not be sent again. */
  againAfterSeconds: seconds.nullable(),
});

export const joiningCalls = {
  /**
   * Who one is. REGISTRATION_REFUSED for whatever of it is wrong, REGISTRATION_DELAYED after too many tries,
   * ALREADY_REGISTERED.
   */
  'registration.begin': {
    input: z.strictObject({
      tenantNumber: z.string().regex(/^[0-9A-Za-z-]{1,32}$/),
      familyName: z.string().min(1).max(120),
      birthDate: day,
    }),
    output: resultOf(z.strictObject({})),
  },
  /** With what one will sign in. The consent has been read and given. EMAIL_TAKEN, PASSWORD_REFUSED, REGISTRATION_OVER. */
  'registration.choose': {
    input: z.strictObject({ email, password, consent: z.literal(true) }),
    output: resultOf(sentLink),
  },
  /** To the same address or to another one. EMAIL_DELAYED, EMAIL_TAKEN, REGISTRATION_OVER. */
  'registration.sendAgain': { input: z.strictObject({ email }), output: resultOf(sentLink) },
  /** Whether the link was used; once it was, the person is signed in. */
  'registration.follow': {
    input: none,
    output: resultOf(z.strictObject({ phase: z.enum(['identified', 'sent', 'opened', 'validated']) })),
  },
  /** How to finish at home. Answers once the job is known; `printing.changed` tells the rest. */
  'registration.printSlip': { input: none, output: resultOf(startedPrint) },

  /** Answered alike whether anybody signs in with the address or not. RESET_DELAYED after too many. */
  'passwordReset.begin': {
    input: z.strictObject({ email }),
    output: resultOf(z.strictObject({ secondsLeft: seconds, againAfterSeconds: seconds })),
  },
  /** Whether the password was changed on the telephone. RESET_OVER when the time is. */
  'passwordReset.follow': {
    input: none,
    output: resultOf(
      z.strictObject({ phase: z.enum(['waiting', 'opened', 'changed']), secondsLeft: seconds }),
    ),
  },
  /** RESET_CODE_WRONG, RESET_OVER, RESET_DELAYED. */
  'passwordReset.prove': {
    input: z.strictObject({ code: z.string().regex(RESET_CODE) }),
    output: resultOf(z.strictObject({})),
  },
  /** After a right code: the password is changed, and the person signed in. PASSWORD_REFUSED, RESET_OVER. */
  'passwordReset.choose': { input: z.strictObject({ password }), output: resultOf(z.strictObject({})) },
} as const;

export type SentLink = z.output<typeof sentLink>;
