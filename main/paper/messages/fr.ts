import type { PaperMessages } from './messages.ts';

/** A no-break space stands before `?` and `:`, and between a number and its word. */
export const fr: PaperMessages = {
  languageTag: 'fr-FR',
  pageOf: (page, count) => `Page\u00a0${page} sur\u00a0${count}`,
  moment: (day, time) => `${day} à\u00a0${time.replace(':', '\u00a0h\u00a0')}`,
  tenantNumber: 'Numéro de locataire',
  leaseNumber: 'Numéro de bail',
  statement: {
    title: 'Relevé de compte',
    documentTitle: (leaseNumber) => `Relevé de compte, bail ${leaseNumber}`,
    period: (from, to) => `du ${from} au ${to}`,
    singleDay: (day) => `le ${day}`,
    issuedOn: 'Édité le',
    balanceOn: (day) => `Solde au ${day}`,
    columns: { date: 'Date', label: 'Libellé', debit: 'Débit', credit: 'Crédit', balance: 'Solde' },
    noEntry: 'Aucune écriture sur cette période',
    total: 'Total de la période',
    on: (day) => `Au ${day}`,
    owed: (amount) => `Vous devez ${amount}`,
    settled: 'Votre compte est à jour',
    inFavour: (amount) => `En votre faveur\u00a0: ${amount}`,
    howToRead:
      'Débit\u00a0: ce qui vous est demandé. Crédit\u00a0: ce qui est payé ou versé pour vous. ' +
      'Solde\u00a0: ce que vous devez.',
    minusMeans: 'Le signe \u2212 devant un solde veut dire que cette somme est en votre faveur.',
    contact: (phone, agency) =>
      `Une question sur ce relevé\u00a0? Appelez le ${phone} ou venez nous voir\u00a0: ${agency}.`,
    footer: (leaseNumber, issuedOn) => `Relevé de compte · bail ${leaseNumber} · édité le ${issuedOn}`,
  },
  paymentReceipt: {
    title: 'Reçu de paiement',
    titleOfPart: 'Reçu de paiement partiel',
    documentTitle: (title, reference) => `${title} ${reference}`,
    reference: (reference) => `Référence ${reference}`,
    received: (landlord) => `${landlord} a reçu la somme de`,
    paidAt: 'Payé le',
    meansCaption: 'Moyen de paiement',
    means: {
      cardAtKiosk: 'Carte bancaire, à la borne',
      cardOnline: 'Carte bancaire, en ligne',
      directDebit: 'Prélèvement automatique',
      tipSepa: 'TIP SEPA',
      cheque: 'Chèque',
      cash: 'Espèces',
      transfer: 'Virement',
      other: 'Autre',
    },
    authorisation: 'Numéro d’autorisation',
    notice: 'Avis d’échéance',
    partOnly: 'Ce paiement couvre une partie de la somme due.',
    isNoQuittance:
      'Ce reçu n’est pas une quittance\u00a0: la quittance est remise pour un mois payé en entier.',
    contact: (phone, reference) =>
      `Une question sur ce paiement\u00a0? Appelez le ${phone} et donnez la référence ${reference}.`,
    ticket: 'Ticket du terminal de paiement',
    footer: (title, reference, issuedOn) => `${title} · référence ${reference} · édité le ${issuedOn}`,
  },
  directDebitMandate: {
    title: 'Mandat de prélèvement SEPA',
    documentTitle: (leaseNumber) =>
      leaseNumber === null ? 'Mandat de prélèvement SEPA' : `Mandat de prélèvement SEPA, bail ${leaseNumber}`,
    reference: 'Référence unique du mandat (RUM)',
    referenceByCreditor: 'RUM (donnée par le créancier)',
    identifier: 'Identifiant créancier SEPA (ICS)',
    authorisation: (creditor) =>
      `En signant ce formulaire de mandat, vous autorisez (A) ${creditor} à envoyer des instructions à votre ` +
      'banque pour débiter votre compte, et (B) votre banque à débiter votre compte conformément aux ' +
      `instructions ${de(creditor)}.`,
    refund:
      'Vous bénéficiez du droit d’être remboursé par votre banque selon les conditions décrites dans la ' +
      'convention que vous avez passée avec elle. Une demande de remboursement doit être présentée dans les ' +
      '8\u00a0semaines suivant la date de débit de votre compte pour un prélèvement autorisé, et sans tarder, au ' +
      'plus tard dans les 13\u00a0mois, pour un prélèvement non autorisé.',
    debtor: 'Le compte à débiter',
    holder: 'Nom du titulaire du compte',
    address: 'Adresse du titulaire du compte',
    iban: 'Numéro de compte international (IBAN)',
    bic: 'Code de la banque (BIC)',
    day: 'Jour du prélèvement',
    dayOfMonth: (day) => `Le ${day === 1 ? '1er' : day} de chaque mois`,
    creditor: 'Le créancier',
    creditorName: 'Nom et adresse',
    paymentType: 'Type de paiement',
    recurrent: 'Paiement récurrent',
    agreement: 'Votre accord',
    place: 'Fait à',
    atTheKiosk: (creditor) => `La borne d’accueil ${de(creditor)}`,
    date: 'Le',
    signature: 'Signature',
    signatureRead: 'Signature du titulaire du compte',
    rights:
      'Vos droits concernant ce mandat sont expliqués dans un document que vous pouvez obtenir auprès de votre banque.',
    privacy: (creditor) =>
      `Les informations de ce mandat ne servent qu’à la gestion de vos paiements par ${creditor}. Vous pouvez ` +
      'les consulter, les faire rectifier ou vous opposer à leur usage en vous adressant à l’accueil.',
    handIn: (creditor) =>
      `Remettez ce formulaire signé à l’accueil ${de(creditor)}, ou envoyez-le par courrier, avec un relevé ` +
      'd’identité bancaire (RIB).',
    footer: (leaseNumber, issuedOn) =>
      leaseNumber === null
        ? `Mandat de prélèvement SEPA · édité le ${issuedOn}`
        : `Mandat de prélèvement SEPA · bail ${leaseNumber} · édité le ${issuedOn}`,
  },
  acknowledgement: {
    title: 'Accusé de réception',
    next: 'Et maintenant\u00a0?',
    contact: (phone, reference) =>
      `Une question\u00a0? Appelez le ${phone} et donnez la référence ${reference}.`,
  },
  requestAcknowledgement: {
    natures: {
      dwelling: 'Mon logement',
      commonAreas: 'Parties communes',
      incivility: 'Incivilité',
      administrative: 'Demande administrative',
      question: 'Question',
      onlineAccount: 'Mon compte en ligne',
    },
    topics: {
      water: 'eau, plomberie',
      heating: 'chauffage, eau chaude',
      electricity: 'électricité',
      gas: 'gaz',
      doorsWindows: 'porte, fenêtre, volet',
      damp: 'humidité',
      pests: 'insectes, rongeurs',
      door: 'porte d’entrée, interphone',
      lift: 'ascenseur',
      lighting: 'éclairage',
      cleanliness: 'propreté',
      damage: 'dégradation',
      noise: 'bruit',
      waste: 'déchets',
      animals: 'animaux',
      parking: 'stationnement',
      threats: 'menaces',
      rentNotice: 'loyer, charges, avis d’échéance',
      lease: 'bail',
      benefit: 'aide au logement',
      certificate: 'attestation',
      leaving: 'départ du logement',
      other: 'autre',
    },
    places: {
      kitchen: 'cuisine',
      bathroom: 'salle de bains',
      toilet: 'toilettes',
      livingRoom: 'séjour',
      bedroom: 'chambre',
      entrance: 'entrée',
      balcony: 'balcon, extérieur',
      whole: 'tout le logement',
      hall: 'hall d’entrée',
      lift: 'ascenseur',
      stairs: 'escalier, couloir',
      binRoom: 'local à poubelles',
      cellar: 'caves',
      carPark: 'parking, garages',
      outdoors: 'espaces extérieurs',
      roof: 'toit, façade',
    },
    anonymous: 'vous restez anonyme',
    attachment: (number) => `Document ${number}`,
    documentTitle: (reference) => `Accusé de réception, demande ${reference}`,
    lead: (reference) => `Votre demande, référence ${reference}`,
    received: (landlord) => `${landlord} a enregistré votre demande le`,
    nature: 'Nature',
    place: 'Lieu',
    asWritten: 'Ce que vous avez écrit',
    notPrintable:
      'Un losange marqué d’un point d’interrogation remplace un signe que cette borne ne sait pas imprimer. ' +
      'Votre texte est enregistré tel que vous l’avez écrit.',
    attachments: (count) => (count === 1 ? 'Votre pièce jointe' : `Vos ${count}\u00a0pièces jointes`),
    steps: [
      'Votre demande est confiée au service qui s’en occupe.',
      'Vous pouvez suivre son avancement à cette borne, ou dans vos demandes sur votre compte en ligne.',
      'Une réponse vous sera donnée. Gardez cette feuille\u00a0: elle porte la référence de votre demande.',
    ],
    danger: 'Un danger immédiat (gaz, feu, personne bloquée)\u00a0? N’attendez pas\u00a0: appelez le 112.',
    footer: (reference, issuedOn) => `Accusé de réception · demande ${reference} · édité le ${issuedOn}`,
  },
  insuranceAcknowledgement: {
    documentTitle: (reference) => `Accusé de réception, attestation d’assurance ${reference}`,
    lead: (reference) => `Votre attestation d’assurance, référence ${reference}`,
    received: (landlord) => `${landlord} a reçu votre attestation d’assurance le`,
    insurer: 'Assureur',
    startsOn: 'Début de l’assurance',
    endsOn: 'Fin de l’assurance',
    document: 'Document reçu',
    pages(name, count) {
      const pages = `${count}\u00a0${count === 1 ? 'page' : 'pages'}`;
      return name === null ? pages : `${name} (${pages})`;
    },
    steps: (endsOn) => [
      'Nous vérifions ce document. S’il manque quelque chose, nous vous le dirons.',
      `Cette assurance se termine le ${endsOn}\u00a0: pensez à nous apporter la suivante avant ce jour.`,
    ],
    isNoCertificate:
      'Cette feuille confirme que votre document est arrivé. Elle ne remplace pas l’attestation de votre assureur.',
    footer: (reference, issuedOn) =>
      `Accusé de réception · attestation d’assurance ${reference} · édité le ${issuedOn}`,
  },
  cashSlip: {
    title: 'Bon de paiement en espèces',
    documentTitle: (leaseNumber) => `Bon de paiement en espèces, bail ${leaseNumber}`,
    lead: (until) => `Efficash, à La Poste, jusqu’au ${until}`,
    toPay: 'Somme à payer',
    validUntil: 'Valable jusqu’au',
    code: 'Le code à présenter au guichet',
    codeRead: 'Code à faire lire au guichet de La Poste',
    reference: 'Si le code ne se lit pas, le guichetier tape cette référence',
    how: 'Comment payer',
    steps: (until) => [
      `Allez dans un bureau de poste, au plus tard le ${until}, avec cette feuille et la somme en espèces.`,
      'Au guichet, demandez à payer avec Efficash et montrez le code. Demandez s’il y a des frais.',
      'Gardez le reçu de La Poste\u00a0: c’est la preuve de votre paiement.',
      'Le paiement apparaît sur votre compte quelques jours plus tard.',
    ],
    isNoReceipt:
      'Cette feuille n’est pas un reçu\u00a0: rien n’est payé tant que vous n’êtes pas passé au guichet.',
    contact: (phone, agency) =>
      `Une question\u00a0? Appelez le ${phone} ou venez nous voir\u00a0: ${agency}.`,
    footer: (leaseNumber, issuedOn) =>
      `Bon de paiement en espèces · bail ${leaseNumber} · édité le ${issuedOn}`,
  },
  assistanceSummary: {
    title: 'Ce qui a été fait avec vous',
    lead: (day) => `à la borne, le ${day}`,
    visitor: 'Pour vous',
    helpedBy: 'Vous avez été aidé par',
    done: 'Fait en votre nom',
    act: (what, moment) => `${what}, le ${moment}.`,
    actAlone: (what, moment) => `${what}, le ${moment}, par vous seul devant l’écran.`,
    actGuided: (what, moment, staffName) =>
      `${what}, le ${moment}, par vous-même (avec les conseils de ${staffName}).`,
    nothing: 'Rien n’a été fait en votre nom.',
    contact: (phone, agency) =>
      `Vous ne reconnaissez pas l’une de ces actions\u00a0? Appelez le ${phone} ou venez nous voir\u00a0: ${agency}.`,
    footer: (issuedOn) => `Aide d’un conseiller · édité le ${issuedOn}`,
  },
  accountSlip: {
    title: 'Votre compte en ligne',
    lead: (day) => `créé le ${day}`,
    email: 'Votre adresse e-mail pour vous connecter',
    validate: 'Il reste à valider votre compte',
    validateSteps: [
      'Ouvrez l’e-mail que nous venons de vous envoyer. Regardez aussi dans les courriers indésirables.',
      'Touchez le lien qui s’y trouve.',
      'Votre compte est prêt\u00a0: vous pouvez vous connecter.',
    ],
    validUntil: (until) => `Ce lien fonctionne jusqu’au ${until}.`,
    signIn: 'Pour vous connecter ensuite',
    signInAtKiosk: (landlord) =>
      `À une borne ${de(landlord)}\u00a0: votre adresse e-mail et votre mot de passe, puis «\u00a0Me connecter\u00a0».`,
    signInOnline: (website) =>
      `Sur ${website}\u00a0: «\u00a0mon compte en ligne\u00a0», avec les mêmes identifiants.`,
    password: 'Votre mot de passe',
    passwordRules: [
      'Il n’est pas écrit sur cette feuille. Ne l’y écrivez pas.',
      'Ne le donnez à personne. Nos équipes ne vous le demanderont jamais.',
      'Si vous l’oubliez, un e-mail vous permet d’en choisir un autre.',
    ],
    contact: (phone, agency) =>
      `Une question sur votre compte\u00a0? Appelez le ${phone} ou venez nous voir\u00a0: ${agency}.`,
    footer: (issuedOn) => `Compte en ligne · édité le ${issuedOn}`,
  },
  appointmentConfirmation: {
    title: 'Votre rendez-vous',
    documentTitle: 'Confirmation de rendez-vous',
    lead: (landlord) => `Un conseiller ${de(landlord)} vous attend`,
    when: 'Votre rendez-vous est le',
    place: 'Lieu',
    subject: 'Sujet',
    subjects: {
      account: 'Mon loyer, mon compte',
      repairs: 'Une panne, des travaux',
      papers: 'Mon bail, mes documents',
      moving: 'Changer de logement, partir',
      other: 'Autre sujet',
    },
    bring: 'À apporter',
    things: ['Une pièce d’identité.', 'Les papiers dont vous voulez parler.'],
    cancel: (phone) =>
      `Vous ne pouvez pas venir\u00a0? Annulez ce rendez-vous à une borne, ou appelez le ${phone}.`,
    footer: (day) => `Rendez-vous du ${day}`,
  },
  testPage: {
    title: 'Page de test',
    printedOn: (day, at) => `imprimée le ${day} à ${at.replace(':', '\u00a0h\u00a0')}`,
    kiosk: 'Borne',
    printer: 'Imprimante',
    version: 'Version du programme',
    measure: (centimetres) =>
      `La règle mesure ${centimetres}\u00a0cm, et chaque carreau 1\u00a0cm de côté\u00a0: vérifiez-les avec une vraie règle.`,
    letters: 'Chaque lettre doit être nette et aucune ne doit manquer\u00a0:',
    footer: (kioskId) => `Page de test de la borne ${kioskId} · ne contient aucune donnée de locataire`,
  },
  usefulNumbers: {
    title: 'Numéros utiles',
    printedOn: (day) => `à garder chez vous · imprimé le ${day}`,
    emergencies: 'En cas d’urgence',
    emergencyNumbers: [
      { caption: 'Toutes les urgences, partout en Europe', value: '112' },
      { caption: 'SAMU\u00a0: malaise, blessure grave', value: '15' },
      { caption: 'Pompiers\u00a0: feu, fumée, accident', value: '18' },
      { caption: 'Police\u00a0: danger, violences, vol', value: '17' },
      { caption: 'Par SMS, si vous entendez ou parlez difficilement', value: '114' },
      { caption: 'Odeur de gaz\u00a0: sortez, puis appelez de la rue', value: '0 800 47 33 33' },
    ],
    agency: 'Votre agence',
    others: 'Dépannage et astreinte',
  },
};

/** `d’EKIDOM`, `de Logial`. */
function de(name: string): string {
  return /^[aeiouyàâéèêëîïôœùû]/i.test(name) ? `d’${name}` : `de ${name}`;
}
