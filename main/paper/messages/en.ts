import type { PaperMessages } from './messages.ts';

export const en: PaperMessages = {
  languageTag: 'en-GB',
  pageOf: (page, count) => `Page\u00a0${page} of\u00a0${count}`,
  moment: (day, time) => `${day} at\u00a0${time}`,
  tenantNumber: 'Tenant number',
  leaseNumber: 'Lease number',
  statement: {
    title: 'Account statement',
    documentTitle: (leaseNumber) => `Account statement, lease ${leaseNumber}`,
    period: (from, to) => `from ${from} to ${to}`,
    singleDay: (day) => `on ${day}`,
    issuedOn: 'Issued on',
    balanceOn: (day) => `Balance on ${day}`,
    columns: { date: 'Date', label: 'Description', debit: 'Debit', credit: 'Credit', balance: 'Balance' },
    noEntry: 'No entry in this period',
    total: 'Total for the period',
    on: (day) => `On ${day}`,
    owed: (amount) => `You owe ${amount}`,
    settled: 'Your account is up to date',
    inFavour: (amount) => `In your favour: ${amount}`,
    howToRead:
      'Debit: what you are asked to pay. Credit: what was paid by you or for you. ' +
      'Balance: what you owe after each line.',
    minusMeans: 'The sign \u2212 before a balance means that this sum is in your favour.',
    contact: (phone, agency) =>
      `A question about this statement? Call ${phone} or come and see us: ${agency}.`,
    footer: (leaseNumber, issuedOn) => `Account statement · lease ${leaseNumber} · issued on ${issuedOn}`,
  },
  paymentReceipt: {
    title: 'Payment receipt',
    titleOfPart: 'Receipt for a part payment',
    documentTitle: (title, reference) => `${title} ${reference}`,
    reference: (reference) => `Reference ${reference}`,
    received: (landlord) => `${landlord} has received`,
    paidAt: 'Paid on',
    meansCaption: 'Means of payment',
    means: {
      cardAtKiosk: 'Card, at the kiosk',
      cardOnline: 'Card, online',
      directDebit: 'Direct debit',
      tipSepa: 'TIP SEPA',
      cheque: 'Cheque',
      cash: 'Cash',
      transfer: 'Bank transfer',
      other: 'Other',
    },
    authorisation: 'Authorisation number',
    notice: 'Rent notice',
    partOnly: 'This payment covers a part of what is owed.',
    isNoQuittance:
      'This receipt is not a “quittance” (rent receipt): that one is given for a month that is paid in full.',
    contact: (phone, reference) =>
      `A question about this payment? Call ${phone} and give the reference ${reference}.`,
    ticket: 'Ticket of the payment terminal',
    footer: (title, reference, issuedOn) => `${title} · reference ${reference} · issued on ${issuedOn}`,
  },
  directDebitMandate: {
    title: 'SEPA Direct Debit Mandate',
    documentTitle: (leaseNumber) =>
      leaseNumber === null ? 'SEPA Direct Debit Mandate' : `SEPA Direct Debit Mandate, lease ${leaseNumber}`,
    reference: 'Unique mandate reference (RUM)',
    referenceByCreditor: 'RUM (given by the creditor)',
    identifier: 'Creditor identifier (ICS)',
    authorisation: (creditor) =>
      `By signing this mandate form, you authorise (A) ${creditor} to send instructions to your bank to debit ` +
      'your account and (B) your bank to debit your account in accordance with the instructions from ' +
      `${creditor}.`,
    refund:
      'As part of your rights, you are entitled to a refund from your bank under the terms and conditions of ' +
      'your agreement with your bank. A refund must be claimed within 8\u00a0weeks starting from the date on which ' +
      'your account was debited, or within 13\u00a0months for a debit that you did not authorise.',
    debtor: 'The account to be debited',
    holder: 'Name of the account holder',
    address: 'Address of the account holder',
    iban: 'International account number (IBAN)',
    bic: 'Code of the bank (BIC)',
    day: 'Day of the debit',
    dayOfMonth: (day) => `Day ${day} of each month`,
    creditor: 'The creditor',
    creditorName: 'Name and address',
    paymentType: 'Type of payment',
    recurrent: 'Recurrent payment',
    agreement: 'Your agreement',
    place: 'Signed at',
    atTheKiosk: (creditor) => `The kiosk of ${creditor}`,
    date: 'On',
    signature: 'Signature',
    signatureRead: 'Signature of the account holder',
    rights:
      'Your rights regarding this mandate are explained in a statement that you can obtain from your bank.',
    privacy: (creditor) =>
      `What stands in this mandate is used by ${creditor} for your payments only. You can ask to see it, to ` +
      'have it corrected or to object to its use at the reception desk.',
    handIn: (creditor) =>
      `Hand this form in, signed, at the reception desk of ${creditor}, or post it, with your bank details ` +
      '(the “RIB” that your bank gives you).',
    footer: (leaseNumber, issuedOn) =>
      leaseNumber === null
        ? `SEPA Direct Debit Mandate · issued on ${issuedOn}`
        : `SEPA Direct Debit Mandate · lease ${leaseNumber} · issued on ${issuedOn}`,
  },
  acknowledgement: {
    title: 'Acknowledgement',
    next: 'What happens next',
    contact: (phone, reference) => `A question? Call ${phone} and give the reference ${reference}.`,
  },
  requestAcknowledgement: {
    documentTitle: (reference) => `Acknowledgement, request ${reference}`,
    lead: (reference) => `Your request, reference ${reference}`,
    received: (landlord) => `${landlord} registered your request on`,
    nature: 'Nature',
    place: 'Place',
    asWritten: 'What you wrote',
    notPrintable:
      'A diamond with a question mark stands for a sign that this kiosk cannot print. ' +
      'Your text is kept just as you wrote it.',
    attachments: (count) => (count === 1 ? 'Your attachment' : `Your ${count}\u00a0attachments`),
    steps: [
      'Your request is given to the department that deals with it.',
      'You can follow its progress at this kiosk, or among your requests in your online account.',
      'You will be given an answer. Keep this sheet: it bears the reference of your request.',
    ],
    danger: 'An immediate danger (gas, fire, somebody trapped)? Do not wait: call 112.',
    footer: (reference, issuedOn) => `Acknowledgement · request ${reference} · issued on ${issuedOn}`,
  },
  insuranceAcknowledgement: {
    documentTitle: (reference) => `Acknowledgement, insurance certificate ${reference}`,
    lead: (reference) => `Your insurance certificate, reference ${reference}`,
    received: (landlord) => `${landlord} received your insurance certificate on`,
    insurer: 'Insurer',
    startsOn: 'Insured from',
    endsOn: 'Insured until',
    document: 'Document received',
    pages(name, count) {
      const pages = `${count}\u00a0${count === 1 ? 'page' : 'pages'}`;
      return name === null ? pages : `${name} (${pages})`;
    },
    steps: (endsOn) => [
      'We check this document. If anything is missing, we will tell you.',
      `This insurance ends on ${endsOn}: please bring us the next certificate before that day.`,
    ],
    isNoCertificate:
      'This sheet confirms that your document has arrived. It does not replace the certificate of your insurer.',
    footer: (reference, issuedOn) =>
      `Acknowledgement · insurance certificate ${reference} · issued on ${issuedOn}`,
  },
  cashSlip: {
    title: 'Cash payment slip',
    documentTitle: (leaseNumber) => `Cash payment slip, lease ${leaseNumber}`,
    lead: (until) => `Efficash, at the post office, until ${until}`,
    toPay: 'To pay',
    validUntil: 'Valid until',
    code: 'The code to show at the counter',
    codeRead: 'Code to be read at the post office counter',
    reference: 'If the code cannot be read, the clerk types this reference',
    how: 'How to pay',
    steps: (until) => [
      `Go to a post office (La Poste), on ${until} at the latest, with this sheet and the sum in cash.`,
      'At the counter, ask to pay with Efficash and show the code. Ask whether there is a fee.',
      'Keep the post office’s receipt: it is the proof of your payment.',
      'The payment shows on your account a few days later.',
    ],
    isNoReceipt: 'This sheet is no receipt: nothing is paid until you have been to the counter.',
    contact: (phone, agency) => `A question? Call ${phone} or come and see us: ${agency}.`,
    footer: (leaseNumber, issuedOn) => `Cash payment slip · lease ${leaseNumber} · issued on ${issuedOn}`,
  },
  accountSlip: {
    title: 'Your online account',
    lead: (day) => `created on ${day}`,
    email: 'Your e-mail address to sign in with',
    validate: 'Your account is still to be validated',
    validateSteps: [
      'Open the e-mail that we have just sent you. Look among your unwanted mail, too.',
      'Touch the link in it.',
      'Your account is ready: you can sign in.',
    ],
    validUntil: (until) => `This link works until ${until}.`,
    signIn: 'To sign in from then on',
    signInAtKiosk: (landlord) => `At a kiosk of ${landlord}: your e-mail address and your password.`,
    signInOnline: (website) => `On ${website}: “mon compte en ligne”, with the same address and password.`,
    password: 'Your password',
    passwordRules: [
      'It is not written on this sheet. Do not write it here.',
      'Give it to nobody. Our staff will never ask you for it.',
      'If you forget it, an e-mail lets you choose another one.',
    ],
    contact: (phone, agency) => `A question about your account? Call ${phone} or come and see us: ${agency}.`,
    footer: (issuedOn) => `Online account · issued on ${issuedOn}`,
  },
  testPage: {
    title: 'Test page',
    printedOn: (day, at) => `printed on ${day} at ${at}`,
    kiosk: 'Kiosk',
    printer: 'Printer',
    version: 'Version of the program',
    measure: (centimetres) =>
      `The ruler is ${centimetres}\u00a0cm long and each square measures 1\u00a0cm: check them with a real ruler.`,
    letters: 'Every letter must be sharp, and none may be missing:',
    footer: (kioskId) => `Test page of the kiosk ${kioskId} · holds nothing of a tenant`,
  },
  usefulNumbers: {
    title: 'Useful numbers',
    printedOn: (day) => `to keep at home · printed on ${day}`,
    emergencies: 'In an emergency',
    emergencyNumbers: [
      { caption: 'Any emergency, anywhere in Europe', value: '112' },
      { caption: 'Medical emergency (SAMU)', value: '15' },
      { caption: 'Fire brigade: fire, smoke, accident', value: '18' },
      { caption: 'Police: danger, violence, theft', value: '17' },
      { caption: 'By text message, if you find it hard to hear or speak', value: '114' },
      { caption: 'Smell of gas: go out, then call from the street', value: '0 800 47 33 33' },
    ],
    agency: 'Your agency',
    others: 'Repairs and duty line',
  },
};
