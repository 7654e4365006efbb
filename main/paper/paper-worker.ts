import { parentPort } from 'node:worker_threads';
import { drawAccountSlipHere } from './account-slip/draw-account-slip.ts';
import { drawAppointmentConfirmationHere } from './appointment-confirmation/draw-appointment-confirmation.ts';
import { drawAssistanceSummaryHere } from './assistance-summary/draw-assistance-summary.ts';
import { drawCashSlipHere } from './cash-slip/draw-cash-slip.ts';
import {
  drawDirectDebitFormHere,
  drawDirectDebitMandateHere,
} from './direct-debit-mandate/draw-direct-debit-mandate.ts';
import type { DrawingOrder, DrawingOutcome } from './drawing.ts';
import { drawInsuranceAcknowledgementHere } from './insurance-acknowledgement/draw-insurance-acknowledgement.ts';
import { drawPaymentReceiptHere } from './payment-receipt/draw-payment-receipt.ts';
import { drawRequestAcknowledgementHere } from './request-acknowledgement/draw-request-acknowledgement.ts';
import { drawStatementHere } from './statement/draw-statement.ts';
import { drawTestPageHere } from './test-page/draw-test-page.ts';
import { drawUsefulNumbersHere } from './useful-numbers/draw-useful-numbers.ts';

/** Only ever started as a thread, see start-worker.ts. */
parentPort?.on('message', (order: DrawingOrder) => {
  draw(order).then(answer, endThread);
});

function draw(order: DrawingOrder): Promise<DrawingOutcome> {
  switch (order.paper) {
    case 'statement':
      return drawStatementHere(order.content);
    case 'payment-receipt':
      return drawPaymentReceiptHere(order.content);
    case 'direct-debit-mandate':
      return drawDirectDebitMandateHere(order.content);
    case 'direct-debit-form':
      return drawDirectDebitFormHere(order.content);
    case 'request-acknowledgement':
      return drawRequestAcknowledgementHere(order.content);
    case 'insurance-acknowledgement':
      return drawInsuranceAcknowledgementHere(order.content);
    case 'cash-slip':
      return drawCashSlipHere(order.content);
    case 'account-slip':
      return drawAccountSlipHere(order.content);
    case 'assistance-summary':
      return drawAssistanceSummaryHere(order.content);
    case 'appointment-confirmation':
      return drawAppointmentConfirmationHere(order.content);
    case 'test-page':
      return drawTestPageHere(order.content);
    case 'useful-numbers':
      return drawUsefulNumbersHere(order.content);
  }
}

function answer(outcome: DrawingOutcome) {
  parentPort?.postMessage(outcome, outcome.ok ? [outcome.drawn.pdf.buffer as ArrayBuffer] : []);
}

/** Electron only warns of a rejected promise. An error thrown outside of one ends the thread, and main hears of it. */
function endThread(error: unknown) {
  setImmediate(() => {
    throw error;
  });
}
