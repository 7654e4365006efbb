/** The payment provider behind the central API: decrypts what an encrypting reader read, and charges it. */
import type { CardCharge, CardCharges, ChargeAnswer } from '../tenant-api/tenant-api.ts';
import type { CardProvider } from './terminal/encrypting-reader/card-provider.ts';
import type { PaymentAttempt, Recovery } from './terminal/payment-terminal.ts';

export function createCardProvider(charges: CardCharges): CardProvider {
  return {
    async authorise(attempt, { keySerialNumber, ciphertexts }) {
      const { attemptId, amountCents, currency } = attempt;
      const answer = await charges.createCardCharge({
        attemptId,
        body: { amountCents, currency, keySerialNumber, ciphertexts: [...ciphertexts] },
      });
      // Refused unread: nothing was charged, and nothing will be.
      if (answer.told === 'none') return { outcome: 'NOT_PERFORMED', reason: 'REQUEST_NOT_UNDERSTOOD' };
      // The question may have arrived though no answer came back.
      return answer.told === 'nothing' ? recover(attempt) : recoveryOf(attempt, answer);
    },
    recover,
  };

  async function recover(attempt: PaymentAttempt): Promise<Recovery> {
    return recoveryOf(attempt, await charges.readCardCharge(attempt.attemptId));
  }
}

function recoveryOf(attempt: PaymentAttempt, answer: ChargeAnswer): Recovery {
  switch (answer.told) {
    case 'none':
      return { outcome: 'NOT_PERFORMED', reason: 'NEVER_STARTED' };
    case 'nothing':
      return { outcome: 'UNKNOWN', reason: 'NO_ANSWER' };
    case 'charge':
      return outcomeOf(attempt, answer.charge);
    default:
      return answer satisfies never;
  }
}

function outcomeOf(attempt: PaymentAttempt, charge: CardCharge): Recovery {
  if (charge.attemptId.toLowerCase() !== attempt.attemptId) {
    return { outcome: 'UNKNOWN', reason: 'ANOTHER_PAYMENT' };
  }
  if (charge.amountCents !== attempt.amountCents) return { outcome: 'UNKNOWN', reason: 'AMOUNT_DIFFERS' };
  if (charge.currency !== attempt.currency) return { outcome: 'UNKNOWN', reason: 'CURRENCY_DIFFERS' };
  const { authorisationNumber, contract, schemeCode } = charge;
  switch (charge.result) {
    case 'approved':
      return {
        outcome: 'APPROVED',
        facts: {
          authorisationNumber,
          contract,
          readingMode: 'magneticStripe',
          schemeCode,
          cardApplication: null,
        },
        ticket: null,
      };
    case 'refused':
      return { outcome: 'NOT_PERFORMED', reason: 'REFUSED' };
    case 'inProgress':
      return { outcome: 'UNKNOWN', reason: 'STILL_IN_PROGRESS' };
    default:
      return charge.result satisfies never;
  }
}
