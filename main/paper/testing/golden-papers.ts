import { drawAccountSlipHere } from '../account-slip/draw-account-slip.ts';
import { drawAppointmentConfirmationHere } from '../appointment-confirmation/draw-appointment-confirmation.ts';
import { drawAssistanceSummaryHere } from '../assistance-summary/draw-assistance-summary.ts';
import { drawCashSlipHere } from '../cash-slip/draw-cash-slip.ts';
import {
  drawDirectDebitFormHere,
  drawDirectDebitMandateHere,
} from '../direct-debit-mandate/draw-direct-debit-mandate.ts';
import type { DrawingOutcome } from '../drawing.ts';
import { drawInsuranceAcknowledgementHere } from '../insurance-acknowledgement/draw-insurance-acknowledgement.ts';
import { drawPaymentReceiptHere } from '../payment-receipt/draw-payment-receipt.ts';
import { drawRequestAcknowledgementHere } from '../request-acknowledgement/draw-request-acknowledgement.ts';
import { drawStatementHere } from '../statement/draw-statement.ts';
import { drawTestPageHere } from '../test-page/draw-test-page.ts';
import { drawUsefulNumbersHere } from '../useful-numbers/draw-useful-numbers.ts';
import type { Golden } from './golden-pictures.ts';
import { accountSlipOf } from './sample-account-slip.ts';
import { appointmentConfirmationOf } from './sample-appointment-confirmation.ts';
import { assistanceSummaryOf } from './sample-assistance-summary.ts';
import { cashSlipOf } from './sample-cash-slip.ts';
import { insuranceAcknowledgementOf } from './sample-insurance-acknowledgement.ts';
import { formOf, mandateOf } from './sample-mandate.ts';
import { receiptOf } from './sample-receipt.ts';
import { requestAcknowledgementOf } from './sample-request-acknowledgement.ts';
import { leafletPostings, statementOf } from './sample-statement.ts';
import { testPageOf } from './sample-test-page.ts';
import { usefulNumbersOf } from './sample-useful-numbers.ts';

/** A paper of every kind, on each of its formats, with what must be found in it. */
export interface GoldenPaper extends Golden {
  readonly draw: () => Promise<DrawingOutcome>;
  readonly size: 'A4' | 'roll';
  readonly title: string;
  readonly issuedOn: string;
  /** Each is a line, or a part of one, as poppler reads it: columns stand apart by ` | `. */
  readonly says: readonly string[];
  /** The elements that a screen reader has to find, each with how often. */
  readonly tags: Readonly<Record<string, number>>;
}

const RECEIPT = ['73,00 €', '624089', '11 juillet 2018 à 09 h 05', 'Carte bancaire, à la borne'];
const REQUEST = [
  'Accusé de réception',
  'Votre demande, référence D-2018-0412',
  '11 juillet 2018',
  'Plomberie, fuite d’eau',
  'Ce que vous avez écrit',
  'lavabo.jpg',
  'meuble.jpg',
  'Et maintenant ?',
];
const MANY_SCRIPTS = 'الماء يتسرب تحت المغسلة منذ يوم الأحد\nСоседи сверху шумят каждую ночь.\nΚαλημέρα σας.';
const INSURANCE = ['Mutuelle de Poitiers', '1er septembre 2018', '31 août 2019', 'attestation.pdf (2 pages)'];
const CASH = ['73,00 €', '10 août 2018', 'EKI0 0447 3180 7', 'Cette feuille n’est pas un reçu'];
const HELPED = [
  'Claire D., Marc L.',
  'Votre pièce d’identité a été regardée',
  'par vous seul devant',
  '05 49 60 33 00',
];
const ACCOUNT = ['f•••@exemple.fr', '0147852', 'Il reste à valider votre compte', '2. Touchez le lien'];

export const goldenPapers: readonly GoldenPaper[] = [
  {
    folder: 'statement',
    name: 'a4',
    draw: () => drawStatementHere(statementOf(leafletPostings)),
    size: 'A4',
    title: 'Relevé de compte, bail 004473',
    issuedOn: '2019-01-08',
    says: ['Relevé de compte', '26/06/2018 | APL 06/18 | 191,95 € | 71,60 €', 'Vous devez 27,74 €'],
    tags: { H1: 1, Table: 1, TR: 11, TH: 5, TD: 50 },
  },
  {
    folder: 'payment-receipt',
    name: 'whole-a4',
    draw: () => drawPaymentReceiptHere(receiptOf({ isWhole: true })),
    size: 'A4',
    title: 'Reçu de paiement 7F3A-21C9',
    issuedOn: '2018-07-11',
    says: [...RECEIPT, 'Reçu de paiement', 'Référence 7F3A-21C9', 'Ce reçu n’est pas une quittance'],
    tags: { H1: 1 },
  },
  {
    folder: 'payment-receipt',
    name: 'part-a4',
    draw: () => drawPaymentReceiptHere(receiptOf()),
    size: 'A4',
    title: 'Reçu de paiement partiel 7F3A-21C9',
    issuedOn: '2018-07-11',
    says: [...RECEIPT, 'Reçu de paiement partiel', 'Ce paiement couvre une partie de la somme due.'],
    tags: { H1: 1 },
  },
  {
    folder: 'payment-receipt',
    name: 'part-roll',
    draw: () => drawPaymentReceiptHere(receiptOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Reçu de paiement partiel 7F3A-21C9',
    issuedOn: '2018-07-11',
    says: [...RECEIPT, 'Mme Françoise D’Aubigné-Lefèvre', 'MONTANT : | 73,00 EUR'],
    tags: { H1: 1 },
  },
  {
    folder: 'direct-debit-mandate',
    name: 'signed-a4',
    draw: () => drawDirectDebitMandateHere(mandateOf()),
    size: 'A4',
    title: 'Mandat de prélèvement SEPA, bail 004473',
    issuedOn: '2018-07-11',
    says: [
      'EKI-0147852-003 | FR72ZZZ123456 | 004473',
      'FR14 2004 1010 0505 0001 3M02 606',
      'Le 5 de chaque mois',
    ],
    tags: { H1: 1, H2: 3, Figure: 1 },
  },
  {
    folder: 'direct-debit-mandate',
    name: 'form-a4',
    draw: () => drawDirectDebitFormHere(formOf()),
    size: 'A4',
    title: 'Mandat de prélèvement SEPA',
    issuedOn: '2018-07-11',
    says: [
      'RUM (donnée par le créancier)',
      'FR72ZZZ123456',
      'Remettez ce formulaire signé à l’accueil d’EKIDOM',
    ],
    tags: { H1: 1, H2: 3 },
  },
  {
    folder: 'request-acknowledgement',
    name: 'a4',
    draw: () => drawRequestAcknowledgementHere(requestAcknowledgementOf()),
    size: 'A4',
    title: 'Accusé de réception, demande D-2018-0412',
    issuedOn: '2018-07-11',
    says: [
      ...REQUEST,
      'EKIDOM a enregistré votre demande le',
      'Je suis là tous les matins. Merci de m’appeler avant de passer.',
      'Une question ? Appelez le 05 49 60 33 00 et donnez la référence D-2018-0412.',
    ],
    tags: { H1: 1, H2: 3, BlockQuote: 1, L: 2, LI: 5, Lbl: 5, LBody: 5 },
  },
  {
    folder: 'request-acknowledgement',
    name: 'scripts-a4',
    draw: () =>
      drawRequestAcknowledgementHere(requestAcknowledgementOf({ text: MANY_SCRIPTS, attachments: [] })),
    size: 'A4',
    title: 'Accusé de réception, demande D-2018-0412',
    issuedOn: '2018-07-11',
    says: ['الماء يتسرب تحت المغسلة', 'Соседи сверху шумят каждую ночь.', 'Καλημέρα σας.'],
    tags: { H1: 1, H2: 2, BlockQuote: 1 },
  },
  {
    folder: 'request-acknowledgement',
    name: 'roll',
    draw: () => drawRequestAcknowledgementHere(requestAcknowledgementOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Accusé de réception, demande D-2018-0412',
    issuedOn: '2018-07-11',
    says: [...REQUEST, 'Mon logement, salle de bains', '05 49 60 33 00'],
    tags: { H1: 1, H2: 3, BlockQuote: 1, L: 2, LI: 5 },
  },
  {
    folder: 'insurance-acknowledgement',
    name: 'a4',
    draw: () => drawInsuranceAcknowledgementHere(insuranceAcknowledgementOf()),
    size: 'A4',
    title: 'Accusé de réception, attestation d’assurance A-2018-0097',
    issuedOn: '2018-07-11',
    says: [
      ...INSURANCE,
      'EKIDOM a reçu votre attestation d’assurance le',
      '11 juillet 2018 à 09 h 05',
      'Votre attestation d’assurance, référence A-2018-0097',
      'attestation.pdf (2 pages) | 004473 | 0147852',
      'Elle ne remplace pas l’attestation de votre assureur.',
    ],
    tags: { H1: 1, H2: 1, L: 1, LI: 2 },
  },
  {
    folder: 'insurance-acknowledgement',
    name: 'roll',
    draw: () => drawInsuranceAcknowledgementHere(insuranceAcknowledgementOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Accusé de réception, attestation d’assurance A-2018-0097',
    issuedOn: '2018-07-11',
    says: [...INSURANCE, '004473'],
    tags: { H1: 1, H2: 1, L: 1, LI: 2 },
  },
  {
    folder: 'cash-slip',
    name: 'a4',
    draw: () => drawCashSlipHere(cashSlipOf()),
    size: 'A4',
    title: 'Bon de paiement en espèces, bail 004473',
    issuedOn: '2018-07-11',
    says: [...CASH, 'Efficash, à La Poste, jusqu’au 10 août 2018', 'Gardez le reçu de La Poste'],
    tags: { H1: 1, H2: 2, Figure: 1, L: 1, LI: 4 },
  },
  {
    folder: 'cash-slip',
    name: 'roll',
    draw: () => drawCashSlipHere(cashSlipOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Bon de paiement en espèces, bail 004473',
    issuedOn: '2018-07-11',
    says: CASH,
    tags: { H1: 1, H2: 2, Figure: 1, L: 1, LI: 4 },
  },
  {
    folder: 'account-slip',
    name: 'a4',
    draw: () => drawAccountSlipHere(accountSlipOf()),
    size: 'A4',
    title: 'Votre compte en ligne',
    issuedOn: '2018-07-11',
    says: [
      ...ACCOUNT,
      'créé le 11 juillet 2018',
      'Ce lien fonctionne jusqu’au 12 juillet 2018 à 09 h 05.',
      'Sur www.ekidom.fr : « mon compte en ligne »',
      'Il n’est pas écrit sur cette feuille. Ne l’y écrivez pas.',
    ],
    tags: { H1: 1, H2: 3, L: 3, LI: 8 },
  },
  {
    folder: 'account-slip',
    name: 'roll',
    draw: () => drawAccountSlipHere(accountSlipOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Votre compte en ligne',
    issuedOn: '2018-07-11',
    says: [...ACCOUNT, 'Mme Françoise D’Aubigné-Lefèvre'],
    tags: { H1: 1, H2: 3, L: 3, LI: 8 },
  },
  {
    folder: 'appointment-confirmation',
    name: 'a4',
    draw: () => drawAppointmentConfirmationHere(appointmentConfirmationOf()),
    size: 'A4',
    title: 'Confirmation de rendez-vous',
    issuedOn: '2018-07-11',
    says: ['Votre rendez-vous', '16 juillet 2018', 'Une panne, des travaux'],
    tags: { H1: 1, H2: 1 },
  },
  {
    folder: 'appointment-confirmation',
    name: 'roll',
    draw: () => drawAppointmentConfirmationHere(appointmentConfirmationOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Confirmation de rendez-vous',
    issuedOn: '2018-07-11',
    says: ['Votre rendez-vous', '16 juillet 2018', 'Une panne, des travaux'],
    tags: { H1: 1, H2: 1 },
  },
  {
    folder: 'assistance-summary',
    name: 'a4',
    draw: () => drawAssistanceSummaryHere(assistanceSummaryOf()),
    size: 'A4',
    title: 'Ce qui a été fait avec vous',
    issuedOn: '2018-07-11',
    says: HELPED,
    tags: { H1: 1, H2: 1, L: 1, LI: 4 },
  },
  {
    folder: 'assistance-summary',
    name: 'roll',
    draw: () => drawAssistanceSummaryHere(assistanceSummaryOf({ paperSize: 'roll80' })),
    size: 'roll',
    title: 'Ce qui a été fait avec vous',
    issuedOn: '2018-07-11',
    says: HELPED,
    tags: { H1: 1, H2: 1, L: 1, LI: 4 },
  },
  {
    folder: 'test-page',
    name: 'a4',
    draw: () => drawTestPageHere(testPageOf()),
    size: 'A4',
    title: 'Page de test',
    issuedOn: '2018-07-11',
    says: [
      'imprimée le 11 juillet 2018 à 09 h 05',
      'direction-centre-1 | a4 | 0.1.0',
      'La règle mesure 16 cm',
    ],
    tags: { H1: 1 },
  },
  {
    folder: 'test-page',
    name: 'roll',
    draw: () => drawTestPageHere(testPageOf({ printerId: 'roll', paperSize: 'roll80' })),
    size: 'roll',
    title: 'Page de test',
    issuedOn: '2018-07-11',
    says: ['La règle mesure 7 cm', 'direction-centre-1'],
    tags: { H1: 1 },
  },
  {
    folder: 'useful-numbers',
    name: 'a4',
    draw: () => drawUsefulNumbersHere(usefulNumbersOf()),
    size: 'A4',
    title: 'Numéros utiles',
    issuedOn: '2018-07-11',
    says: ['En cas d’urgence', '112 | 15', '0 800 47 33 33', '05 36 49 10 11', 'Chauffage collectif'],
    tags: { H1: 1, H2: 3 },
  },
];
