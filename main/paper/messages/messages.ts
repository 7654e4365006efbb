import type { AppointmentSubject } from '../../../preload/appointment-contract.ts';
import type { Locale } from '../../../preload/contract.ts';
import type { PaymentMeans } from '../../../preload/payment-contract.ts';
import type { RequestNature, RequestPlace, RequestTopic } from '../../../preload/request-contract.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Every word that the kiosk puts on paper. Amounts and dates come in as they are to be read. */
export interface PaperMessages {
  /** BCP 47, for screen readers. */
  languageTag: string;
  pageOf(page: number, count: number): string;
  /** `time`: `09:05`. */
  moment(day: string, time: string): string;
  tenantNumber: string;
  leaseNumber: string;
  statement: {
    title: string;
    /** The title in the window of a PDF reader. */
    documentTitle(leaseNumber: string): string;
    period(from: string, to: string): string;
    singleDay(day: string): string;
    issuedOn: string;
    balanceOn(day: string): string;
    columns: { date: string; label: string; debit: string; credit: string; balance: string };
    noEntry: string;
    total: string;
    on(day: string): string;
    owed(amount: string): string;
    settled: string;
    inFavour(amount: string): string;
    howToRead: string;
    minusMeans: string;
    contact(phone: string, agency: string): string;
    footer(leaseNumber: string, issuedOn: string): string;
  };
  paymentReceipt: {
    title: string;
    titleOfPart: string;
    /** The title in the window of a PDF reader. */
    documentTitle(title: string, reference: string): string;
    reference(reference: string): string;
    received(landlord: string): string;
    paidAt: string;
    meansCaption: string;
    means: Readonly<Record<PaymentMeans, string>>;
    authorisation: string;
    notice: string;
    partOnly: string;
    /** The only sentence of this paper that names a quittance: that it is none. */
    isNoQuittance: string;
    contact(phone: string, reference: string): string;
    ticket: string;
    footer(title: string, reference: string, issuedOn: string): string;
  };
  directDebitMandate: {
    title: string;
    /** The title in the window of a PDF reader. */
    documentTitle(leaseNumber: string | null): string;
    reference: string;
    referenceByCreditor: string;
    identifier: string;
    /** The wording of the European Payments Council, in this language. */
    authorisation(creditor: string): string;
    refund: string;
    debtor: string;
    holder: string;
    address: string;
    iban: string;
    bic: string;
    day: string;
    dayOfMonth(day: number): string;
    creditor: string;
    creditorName: string;
    paymentType: string;
    recurrent: string;
    agreement: string;
    place: string;
    atTheKiosk(creditor: string): string;
    date: string;
    signature: string;
    signatureRead: string;
    rights: string;
    privacy(creditor: string): string;
    handIn(creditor: string): string;
    footer(leaseNumber: string | null, issuedOn: string): string;
  };
  /** What the acknowledgements have in common. */
  acknowledgement: {
    title: string;
    next: string;
    contact(phone: string, reference: string): string;
  };
  requestAcknowledgement: {
    natures: Readonly<Record<RequestNature, string>>;
    topics: Readonly<Record<RequestTopic, string>>;
    places: Readonly<Record<RequestPlace, string>>;
    anonymous: string;
    attachment(number: number): string;
    /** The title in the window of a PDF reader. */
    documentTitle(reference: string): string;
    lead(reference: string): string;
    received(landlord: string): string;
    nature: string;
    place: string;
    asWritten: string;
    /** Where no font of the kiosk has a character. */
    notPrintable: string;
    attachments(count: number): string;
    /** In order: what happens next. */
    steps: readonly string[];
    danger: string;
    footer(reference: string, issuedOn: string): string;
  };
  insuranceAcknowledgement: {
    /** The title in the window of a PDF reader. */
    documentTitle(reference: string): string;
    lead(reference: string): string;
    received(landlord: string): string;
    insurer: string;
    startsOn: string;
    endsOn: string;
    document: string;
    /** `name` is null for what has none. */
    pages(name: string | null, count: number): string;
    steps(endsOn: string): readonly string[];
    isNoCertificate: string;
    footer(reference: string, issuedOn: string): string;
  };
  cashSlip: {
    title: string;
    documentTitle(leaseNumber: string): string;
    /** Days in words, as everywhere here. */
    lead(until: string): string;
    toPay: string;
    validUntil: string;
    code: string;
    codeRead: string;
    reference: string;
    how: string;
    steps(until: string): readonly string[];
    isNoReceipt: string;
    contact(phone: string, agency: string): string;
    footer(leaseNumber: string, issuedOn: string): string;
  };
  accountSlip: {
    title: string;
    lead(day: string): string;
    email: string;
    validate: string;
    validateSteps: readonly string[];
    /** `until`: a moment. */
    validUntil(until: string): string;
    signIn: string;
    signInAtKiosk(landlord: string): string;
    signInOnline(website: string): string;
    password: string;
    passwordRules: readonly string[];
    contact(phone: string, agency: string): string;
    footer(issuedOn: string): string;
  };
  assistanceSummary: {
    title: string;
    lead(day: string): string;
    /** Where nobody had signed in. */
    visitor: string;
    helpedBy: string;
    done: string;
    /** `moment`: when it was. */
    act(what: string, moment: string): string;
    /** By the person, once the staff member had stepped back. */
    actAlone(what: string, moment: string): string;
    /** By the tenant, while somebody at the desk saw the screen. */
    actGuided(what: string, moment: string, staffName: string): string;
    nothing: string;
    contact(phone: string, agency: string): string;
    footer(issuedOn: string): string;
  };
  appointmentConfirmation: {
    title: string;
    /** The title in the window of a PDF reader. */
    documentTitle: string;
    lead(landlord: string): string;
    when: string;
    place: string;
    subject: string;
    subjects: Readonly<Record<AppointmentSubject, string>>;
    bring: string;
    things: readonly string[];
    cancel(phone: string): string;
    footer(day: string): string;
  };
  testPage: {
    title: string;
    /** `at`: `09:05`. */
    printedOn(day: string, at: string): string;
    kiosk: string;
    printer: string;
    version: string;
    measure(centimetres: number): string;
    letters: string;
    footer(kioskId: string): string;
  };
  usefulNumbers: {
    title: string;
    printedOn(day: string): string;
    emergencies: string;
    /** What it is for, and the number itself. The same that the kiosk's screen has. */
    emergencyNumbers: readonly { readonly caption: string; readonly value: string }[];
    agency: string;
    others: string;
  };
}

const catalogues: Record<Locale, PaperMessages> = { fr, en };

export function messagesIn(locale: Locale): PaperMessages {
  return catalogues[locale];
}
