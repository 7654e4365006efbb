/** From what the API says went wrong to what the kiosk does about it. */
import * as z from 'zod';
import type { ErrorCode } from '../../preload/contract.ts';
import type { ApiFailure } from './answer.ts';
import type { Identity } from './identity.ts';

/** openapi.yaml, `Problem`: as much of it as is read. */
export const problemSchema = z.object({
  status: z.int().min(400).max(599),
  code: z
    .string()
    .max(80)
    .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/),
});

const ERROR_OF_PROBLEM: ReadonlyMap<string, ErrorCode> = new Map([
  ['credentials.invalid', 'CREDENTIALS_INVALID'],
  ['sign_in.delayed', 'SIGN_IN_DELAYED'],
  ['tenant.email_not_validated', 'EMAIL_NOT_VALIDATED'],
  ['staff_session.refused', 'STAFF_PIN_REFUSED'],
  ['staff_session.delayed', 'STAFF_PIN_DELAYED'],
  ['registration.refused', 'REGISTRATION_REFUSED'],
  ['registration.delayed', 'REGISTRATION_DELAYED'],
  ['registration.unknown', 'REGISTRATION_OVER'],
  ['registration.already_registered', 'ALREADY_REGISTERED'],
  ['registration.email_taken', 'EMAIL_TAKEN'],
  ['email.delayed', 'EMAIL_DELAYED'],
  ['password.refused', 'PASSWORD_REFUSED'],
  ['reset_code.wrong', 'RESET_CODE_WRONG'],
  ['password_reset.delayed', 'RESET_DELAYED'],
  ['password_reset.over', 'RESET_OVER'],
  ['tenant.no_email', 'NO_EMAIL'],
  ['rent_notice.unknown', 'RENT_NOTICE_UNKNOWN'],
  ['paper.unknown', 'PAPER_UNKNOWN'],
  ['cash_slip.amount_refused', 'AMOUNT_NOT_POSSIBLE'],
  ['upload_slot.unknown', 'PHONE_PAGE_OVER'],
  ['slot.taken', 'SLOT_TAKEN'],
  ['appointment.unknown', 'APPOINTMENT_UNKNOWN'],
  ['kiosk.clock_wrong', 'KIOSK_CLOCK_WRONG'],
  ['enrolment.code_unknown', 'ENROLMENT_CODE_UNKNOWN'],
  ['enrolment.code_expired', 'ENROLMENT_CODE_EXPIRED'],
  ['enrolment.code_used', 'ENROLMENT_CODE_USED'],
  ['enrolment.delayed', 'ENROLMENT_DELAYED'],
]);

/** Who is not known any more when the API does not accept what a request was signed with. */
const ERROR_OF_REFUSED_IDENTITY: Readonly<Record<Identity['kind'], ErrorCode>> = {
  nobody: 'API_REFUSED',
  signed: 'KIOSK_NOT_RECOGNISED',
  kiosk: 'KIOSK_NOT_RECOGNISED',
  tenant: 'SESSION_OVER',
  staff: 'ASSISTANCE_OVER',
  deposit: 'API_REFUSED',
};

/** `status` is 400 or more. `problemCode` is null where the body was not looked at, as with every 5xx. */
export function failureOf(answer: {
  status: number;
  problemCode: string | null;
  retryAfterSeconds: number | null;
  identity: Identity['kind'];
}): ApiFailure {
  const { status, problemCode, retryAfterSeconds } = answer;
  const code = errorOf(answer);
  return {
    error: retryAfterSeconds === null ? { code } : { code, retryAfterSeconds },
    status,
    problemCode,
  };
}

/** Some token of the request has had its time, or never was one. The API does not say which of them. */
export function isTokenProblem(failure: ApiFailure): boolean {
  return failure.status === 401 && failure.problemCode !== null && failure.problemCode.startsWith('token.');
}

/** The assertion was dated by a clock that is not the API's. */
export function isClockProblem(failure: ApiFailure): boolean {
  return failure.problemCode === 'kiosk.clock_wrong';
}

/** Whether the API does not want to hear this machine, at this moment: what it had to say is not refused by that. */
export function isAboutTheKiosk(failure: ApiFailure): boolean {
  return failure.status === 401 || failure.status === 403;
}

/** Whether the same request will be refused for ever: the API has understood it and says no. */
export function isFinal(failure: ApiFailure): boolean {
  const { status, problemCode } = failure;
  if (status === null || problemCode === null || status < 400 || status > 499) return false;
  switch (status) {
    // The kiosk's own token was just renewed, so a token problem that is left is the other token's.
    case 401:
      return isTokenProblem(failure);
    // It is the machine that is not to hand in anything at this moment: what people did at it is as good as before.
    case 403:
      return !problemCode.startsWith('kiosk.');
    case 408:
    case 425:
    case 429:
      return false;
    default:
      return true;
  }
}

function errorOf(answer: {
  status: number;
  problemCode: string | null;
  identity: Identity['kind'];
}): ErrorCode {
  if (answer.status >= 500) return 'API_UNREACHABLE';
  const known = answer.problemCode === null ? undefined : ERROR_OF_PROBLEM.get(answer.problemCode);
  if (known) return known;
  if (answer.status === 401) return ERROR_OF_REFUSED_IDENTITY[answer.identity];
  if (answer.status === 403 && answer.identity === 'signed') return 'KIOSK_NOT_RECOGNISED';
  if (answer.status === 408) return 'API_TIMEOUT';
  // Too much to do at this moment, as with 503: nothing was refused, and a few minutes later it is heard.
  if (answer.status === 429) return 'API_UNREACHABLE';
  return 'API_REFUSED';
}
