/** What the leaflet promises about the rent: paying it, being told of it, having it on paper. */
import { LEAFLET_TENANT } from '../../e2e/journey.ts';
import { filled, shaped, words } from '../../e2e/words.ts';
import { journeysOf } from './hand.ts';

const { account, cashSlip, directDebit, home, menus, payment, paymentMethods, periods } = words;
const { printing, statement } = words;

export const MONEY = journeysOf(LEAFLET_TENANT, {
  // What is paid is owed no more: the whole comes last of these three.
  async cashSlipTaps(hand) {
    await hand.touch(menus.payments.text);
    await hand.touch(home.paymentMethodsText);
    await hand.arrive(paymentMethods.title);
    await hand.touch(paymentMethods.methods.efficash.name);
    await hand.touch(cashSlip.open);
    await hand.touch(cashSlip.part);
    await hand.write(payment.amountLabel, '20');
    await hand.touch(payment.continue);
    await hand.touch(cashSlip.print);
    await hand.arrive(printing.takePaper);
  },

  async partPaymentTaps(hand) {
    await hand.touch(home.payText);
    await hand.touch(payment.part);
    await hand.write(payment.amountLabel, '5,25');
    await hand.touch(payment.continue);
    await hand.touch(shaped(payment.pay));
    await hand.sandbox.terminal.presentCard();
    await hand.touch(payment.printReceipt);
    await hand.arrive(printing.takePaper);
  },

  async paymentTaps(hand) {
    await hand.touch(home.payText);
    await hand.touch(payment.wholeText);
    await hand.touch(shaped(payment.pay));
    await hand.sandbox.terminal.presentCard();
    await hand.touch(payment.printReceipt);
    await hand.arrive(printing.takePaper);
  },

  async directDebitFormTaps(hand) {
    await hand.touch(menus.payments.text);
    await hand.touch(home.paymentMethodsText);
    await hand.arrive(paymentMethods.title);
    await hand.touch(paymentMethods.methods.directDebit.name);
    await hand.touch(paymentMethods.form.print);
    await hand.arrive(printing.takePaper);
  },

  async directDebitTaps(hand) {
    await hand.touch(menus.payments.text);
    await hand.touch(directDebit.tileText);
    await hand.touchExactly(directDebit.setUp);
    await hand.write(directDebit.iban.label, 'FR7630006000011234567890189');
    await hand.touchExactly(directDebit.next);
    await hand.write(directDebit.holder.label, 'MME JEANNE MARTIN');
    await hand.touchExactly(directDebit.next);
    await hand.touch(filled(directDebit.dayChoice, { day: '5' }));
    await hand.touch(directDebit.summary.sign);
    await hand.draw(hand.page.locator('.signature-pad'));
    await hand.touch(directDebit.signature.send);
    await hand.see(directDebit.sent.mandate.transmitted);
  },

  async statementByEmailTaps(hand) {
    await hand.touch(home.statementText);
    await hand.touch(shaped(statement.sendTo));
    await hand.see(words.email.transmittedText);
  },

  async statementOnPaperTaps(hand) {
    await hand.touch(home.statementText);
    await hand.touch(statement.print);
    await hand.arrive(printing.takePaper);
  },

  async accountTaps(hand) {
    await hand.touch(home.accountText);
    await hand.touch(account.changePeriod);
    await hand.touch(filled(periods.year, { year: '2018' }));
    await hand.see('Chèque bancaire');
  },

  async pastPaymentsTaps(hand) {
    await hand.touch(menus.payments.text);
    await hand.touch(home.paymentsText);
    await hand.see('43,86');
  },
});
