import type { PaymentOrder } from '../payment-terminal.ts';

/** 112,45 €, the amount of the protocols' examples. */
export const ORDER: PaymentOrder = {
  attemptId: '01890a5d-ac96-774b-bcce-b302099a8057',
  amountCents: 11_245,
  currency: 'EUR',
  wantsTicket: false,
};
