import { created, problem } from '../answer.ts';
import type { Tenant } from '../books.ts';
import { instantOf } from '../clock.ts';
import { DEBIT_DAYS, enterMandate, referenceOf } from '../direct-debits.ts';
import { type MandateLanguage, mandateEmail } from '../mandate-email.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

interface Deposit {
  reference: string;
  holder: string;
  iban: string;
  bic: string | null;
  day: number;
  signature: string;
  copyByEmail: boolean;
  locale: MandateLanguage;
}

export const createDirectDebitMandate: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const account = accountOf(tenant, request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { reference, copyByEmail, locale, ...signed } = request.body as Deposit;
  if (!DEBIT_DAYS.some((day) => day === signed.day)) {
    return problem('request.invalid', {
      detail: 'requestBody/day must be one of the days of readDirectDebit',
    });
  }
  if (reference !== referenceOf(account.lease.number, account.directDebit)) {
    return problem('mandate.reference_taken');
  }
  if (!addsUp(signed.iban)) return problem('iban.refused');
  if (copyByEmail && tenant.emailOnFile === null) return problem('tenant.no_email');

  const acceptedAt = instantOf(system.clock.nowMilliseconds());
  const { holder, iban, bic, day, signature } = signed;
  const mandate = { reference, holder, iban, bic, day, signature };
  enterMandate(account.directDebit, account.lease.number, mandate, account.entries, system.today);
  if (copyByEmail) sendCopy(tenant);
  return created({ id: reference, acceptedAt });

  function sendCopy({ emailOnFile }: Tenant): void {
    if (emailOnFile === null) return;
    const email = mandateEmail({ tenant, mandate, language: locale });
    system.mailbox.send({ sentAt: acceptedAt, to: emailOnFile, ...email });
  }
};

/** ISO 13616, by hand: the kiosk's own check is not to be checked by itself. */
function addsUp(iban: string): boolean {
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
}
