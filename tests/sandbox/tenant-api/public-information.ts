import { instantOf } from './clock.ts';

/** What everybody may know, as the contract has it. */
export interface PublicInformation {
  readonly usefulNumbers: readonly object[];
  readonly agencies: readonly object[];
  readonly practicalTexts: readonly object[];
  readonly paymentMethods: readonly PaymentMethod[];
  readonly residenceAlerts: readonly ResidenceAlert[];
  /** What the landlord has put up now, in place of all that was there. */
  setResidenceAlerts(alerts: readonly ResidenceAlert[]): void;
  /** Likewise. */
  setPaymentMethods(methods: readonly PaymentMethod[]): void;
}

export interface PaymentMethod {
  readonly method: string;
  readonly inShort: InBoth | null;
  readonly note: InBoth | null;
}

export interface ResidenceAlert {
  readonly id: string;
  readonly kind: string;
  readonly audience: 'everybody' | 'residents';
  readonly agencyId: string;
  readonly residences: readonly { readonly id: string; readonly name: string }[];
  readonly title: InBoth;
  readonly text: InBoth;
  readonly whatToDo: InBoth | null;
  readonly startsAt: string;
  readonly endsAt: string | null;
}

interface InBoth {
  readonly fr: string;
  readonly en: string;
}

const HOUR_MS = 3_600_000;

const PAYMENT_METHODS: readonly PaymentMethod[] = [
  { method: 'directDebit', inShort: null, note: null },
  { method: 'tipSepa', inShort: null, note: null },
  { method: 'card', inShort: null, note: null },
  {
    method: 'efficash',
    inShort: null,
    note: {
      fr: 'Le bureau de poste le plus proche est rue du Marché, à 300 mètres de cette agence.',
      en: 'The nearest post office is in rue du Marché, 300 metres from this agency.',
    },
  },
  { method: 'cheque', inShort: null, note: null },
];

/** @param nowMilliseconds of the first morning: what is put up then begins and ends around it */
export function createPublicInformation(nowMilliseconds: number): PublicInformation {
  let residenceAlerts = alertsAround(nowMilliseconds);
  let paymentMethods = PAYMENT_METHODS;
  return {
    usefulNumbers: USEFUL_NUMBERS,
    agencies: agenciesIn(new Date(nowMilliseconds).getUTCFullYear()),
    practicalTexts: PRACTICAL_TEXTS,
    get residenceAlerts() {
      return residenceAlerts;
    },
    setResidenceAlerts(alerts) {
      residenceAlerts = alerts;
    },
    get paymentMethods() {
      return paymentMethods;
    },
    setPaymentMethods(methods) {
      paymentMethods = methods;
    },
  };
}

function alertsAround(nowMilliseconds: number): readonly ResidenceAlert[] {
  const hour = Math.floor(nowMilliseconds / HOUR_MS) * HOUR_MS;
  const inHours = (hours: number) => instantOf(hour + hours * HOUR_MS);
  return [
    {
      id: 'lift-tilleuls',
      kind: 'lift',
      audience: 'everybody',
      agencyId: 'direction-centre',
      residences: [{ id: 'tilleuls', name: 'Les Tilleuls' }],
      title: { fr: 'Ascenseur en panne', en: 'Lift out of order' },
      text: {
        fr: 'L’ascenseur de l’entrée B est arrêté. La pièce est commandée : le technicien revient demain matin.',
        en: 'The lift at entrance B is out of order. The part has been ordered: the technician is back tomorrow morning.',
      },
      whatToDo: {
        fr: 'Vous ne pouvez pas prendre l’escalier ? Appelez votre agence : nous organisons le portage de vos courses.',
        en: 'You cannot take the stairs? Call your agency: we arrange for your shopping to be carried up.',
      },
      startsAt: inHours(-5),
      endsAt: inHours(30),
    },
    {
      id: 'water-tilleuls',
      kind: 'water',
      audience: 'residents',
      agencyId: 'direction-centre',
      residences: [{ id: 'tilleuls', name: 'Les Tilleuls' }],
      title: { fr: 'Coupure d’eau prévue', en: 'Planned water cut' },
      text: {
        fr: 'L’eau sera coupée dans tous les logements pendant le remplacement d’une vanne.',
        en: 'The water will be off in all homes while a valve is replaced.',
      },
      whatToDo: {
        fr: 'Gardez quelques bouteilles d’eau. Fermez bien vos robinets avant de sortir.',
        en: 'Keep a few bottles of water. Close your taps well before you go out.',
      },
      startsAt: inHours(44),
      endsAt: inHours(48),
    },
    {
      id: 'works-couronneries',
      kind: 'works',
      audience: 'residents',
      agencyId: 'direction-est',
      residences: [{ id: 'couronneries', name: 'Les Couronneries' }],
      title: { fr: 'Travaux dans les halls', en: 'Works in the entrance halls' },
      text: {
        fr: 'Les halls des bâtiments A à D sont repeints, un bâtiment après l’autre.',
        en: 'The entrance halls of buildings A to D are being repainted, one after the other.',
      },
      whatToDo: null,
      startsAt: inHours(-40),
      endsAt: null,
    },
  ];
}

const USEFUL_NUMBERS = [
  {
    id: 'duty-line',
    kind: 'dutyLine',
    name: { fr: 'Astreinte technique', en: 'Technical duty line' },
    phone: '05 36 49 10 99',
    when: {
      fr: 'Le soir, la nuit, le week-end : fuite, panne générale, porte d’immeuble bloquée',
      en: 'Evenings, nights and weekends: leak, general breakdown, blocked entrance door',
    },
  },
  {
    id: 'lift',
    kind: 'lift',
    name: { fr: 'Ascenseur en panne', en: 'Lift out of order' },
    phone: '05 36 49 10 60',
    when: {
      fr: 'Jour et nuit. Si vous êtes bloqué dans la cabine : le bouton d’alarme',
      en: 'Day and night. If you are stuck inside: press the alarm button',
    },
  },
  {
    id: 'electricity',
    kind: 'electricity',
    name: { fr: 'Enedis, panne d’électricité', en: 'Enedis, power failure' },
    phone: '09 72 67 50 86',
    when: { fr: 'Jour et nuit, prix d’un appel local', en: 'Day and night, price of a local call' },
  },
  {
    id: 'water',
    kind: 'water',
    name: { fr: 'Eaux de Vienne, urgence', en: 'Eaux de Vienne, emergency' },
    phone: '05 49 61 61 26',
    when: {
      fr: 'Jour et nuit : fuite avant compteur, plus d’eau dans la rue',
      en: 'Day and night: leak before the meter, no water in the street',
    },
  },
  {
    id: 'heating',
    kind: 'heating',
    name: { fr: 'Chauffage collectif', en: 'Shared heating' },
    phone: '05 36 49 10 70',
    when: { fr: 'Tous les jours, de 7 h à 22 h', en: 'Every day, 7 a.m. to 10 p.m.' },
  },
] as const;

const PRACTICAL_TEXTS = [
  {
    id: 'water-leak',
    title: { fr: 'Une fuite d’eau chez moi', en: 'A water leak at home' },
    text: {
      fr: 'Fermez le robinet d’arrêt, le plus souvent sous l’évier ou dans la gaine du palier. Coupez l’électricité si l’eau approche d’une prise. Prévenez vos voisins du dessous, puis appelez votre agence, ou l’astreinte le soir et le week-end.',
      en: 'Close the stop valve, most often under the sink or in the cupboard on the landing. Switch the electricity off if the water comes near a socket. Tell the neighbours below, then call your agency, or the duty line in the evening and at weekends.',
    },
  },
  {
    id: 'gas-smell',
    title: { fr: 'Une odeur de gaz', en: 'A smell of gas' },
    text: {
      fr: 'N’allumez rien, n’éteignez rien, ne téléphonez pas de l’intérieur. Ouvrez les fenêtres, fermez le gaz si vous le pouvez, sortez, puis appelez le 0 800 47 33 33 depuis la rue.',
      en: 'Switch nothing on or off, and do not phone from inside. Open the windows, close the gas if you can, go out, then call 0 800 47 33 33 from the street.',
    },
  },
  {
    id: 'waste',
    title: { fr: 'Les encombrants', en: 'Bulky waste' },
    text: {
      fr: 'Ne laissez rien dans les parties communes. Grand Poitiers vient chercher les meubles et les gros appareils sur rendez-vous. Les déchetteries sont gratuites pour les habitants.',
      en: 'Leave nothing in the common areas. Grand Poitiers collects furniture and large appliances by appointment. The recycling centres are free for residents.',
    },
  },
  {
    id: 'insurance',
    title: { fr: 'Mon assurance habitation', en: 'My home insurance' },
    text: {
      fr: 'Elle est obligatoire. Chaque année, remettez votre attestation : à cette borne, à l’accueil ou par courrier.',
      en: 'It is compulsory. Hand in your certificate every year: at this terminal, at the desk or by post.',
    },
  },
] as const;

const WEEK = [1, 2, 3, 4, 5];

function agenciesIn(year: number) {
  const closures = [
    [`${year}-05-01`, 'Fête du travail', 'Labour Day'],
    [`${year}-07-14`, 'Fête nationale', 'National Day'],
    [`${year}-12-25`, 'Noël', 'Christmas'],
    [`${year + 1}-01-01`, 'Jour de l’an', 'New Year’s Day'],
  ].map(([day, fr, en]) => ({ from: day, to: day, reason: { fr, en } }));
  return [
    {
      id: 'siege',
      name: 'Siège d’EKIDOM',
      addressLines: ['65 avenue John Kennedy', '86000 Poitiers'],
      phone: '05 36 49 10 00',
      latitude: 46.5912,
      longitude: 0.3706,
      openingHours: hours(WEEK, WEEK),
      closures,
      transport: { fr: 'Bus 1, arrêt Kennedy', en: 'Bus 1, stop Kennedy' },
    },
    {
      id: 'direction-centre',
      name: 'Direction territoriale Centre',
      addressLines: ['12 place du Marché', '86000 Poitiers'],
      phone: '05 36 49 10 11',
      latitude: 46.5836,
      longitude: 0.3445,
      openingHours: hours(WEEK, [1, 2, 3, 4]),
      closures,
      transport: { fr: 'Bus 1, 2 et 7, arrêt Notre-Dame', en: 'Bus 1, 2 and 7, stop Notre-Dame' },
    },
    {
      id: 'direction-est',
      name: 'Direction territoriale Est',
      addressLines: ['4 rue des Trois-Cités', '86000 Poitiers'],
      phone: '05 36 49 10 12',
      latitude: 46.5668,
      longitude: 0.3628,
      openingHours: hours(WEEK, WEEK),
      closures,
      transport: { fr: 'Bus 3, arrêt Trois-Cités', en: 'Bus 3, stop Trois-Cités' },
    },
    {
      id: 'direction-ouest',
      name: 'Direction territoriale Ouest',
      addressLines: ['30 rue de Bellejouanne', '86000 Poitiers'],
      phone: '05 36 49 10 13',
      latitude: 46.5598,
      longitude: 0.3245,
      openingHours: hours([1, 3, 5], WEEK),
      closures,
      transport: { fr: 'Bus 4, arrêt Bellejouanne', en: 'Bus 4, stop Bellejouanne' },
    },
  ] as const;
}

function hours(mornings: readonly number[], afternoons: readonly number[]) {
  return WEEK.flatMap((weekday) => [
    ...(mornings.includes(weekday) ? [{ weekday, from: '09:00', to: '12:30' }] : []),
    ...(afternoons.includes(weekday) ? [{ weekday, from: '13:30', to: '17:00' }] : []),
  ]);
}
