/** What was asked for before the sandbox's first morning, and what the tenants had done until then. */
import type { FollowUp } from '../follow-ups.ts';
import type { FiledMessage, FiledRequest } from '../requests.ts';

/** One of each nature and of each state, on the account that the leaflet prints; another one, and one in Arabic. */
export function requestsBefore(): FiledRequest[] {
  return [
    {
      ...filed('D-2018-0420', '2018-07-11T06:40:00Z', 'question', null, null),
      text: 'Bonjour, puis-je avoir une deuxième clé pour la cave\u00a0? Merci 🙂',
      status: 'registered',
      followUp: null,
      messages: [],
    },
    {
      ...filed('D-2018-0412', '2018-07-08T16:12:00Z', 'dwelling', 'water', 'bathroom'),
      text:
        'Bonjour, depuis dimanche l’eau goutte sous le lavabo de la salle de bains. J’ai posé un seau et je le vide ' +
        'deux fois par jour.\n\nJe suis là tous les matins. Merci de m’appeler avant de passer.',
      attachmentCount: 2,
      status: 'answered',
      followUp: 'Réparé le 10 juillet. Dites-nous si tout est réglé.',
      messages: [
        landlord(1, '2018-07-09T07:30:00Z', [
          'Bonjour Madame Martin,',
          'un plombier passe mardi 10 juillet entre 8 h et 10 h. Il vous appelle avant.',
        ]),
        tenant(2, '2018-07-09T08:05:00Z', 'Merci, je serai là.'),
        landlord(3, '2018-07-10T14:20:00Z', [
          'Le joint a été changé ce matin. Est-ce que tout est réglé\u00a0?',
        ]),
      ],
    },
    {
      ...filed('D-2018-0398', '2018-07-02T09:00:00Z', 'commonAreas', 'lift', 'lift'),
      text: 'L’ascenseur s’arrête entre le 2e et le 3e étage, puis repart. Ma voisine a 82 ans.',
      status: 'inProgress',
      followUp: 'Pièce commandée, réparation prévue le 18 juillet.',
      messages: [
        landlord(1, '2018-07-02T13:45:00Z', [
          'Le technicien est passé. Une pièce est commandée, elle arrive le 17 juillet.',
        ]),
      ],
    },
    {
      ...filed('D-2018-0377', '2018-06-14T20:31:00Z', 'incivility', 'noise', null),
      text: 'Musique très forte après minuit, trois fois cette semaine.',
      isAnonymous: true,
      status: 'closed',
      followUp: 'Un courrier a été affiché dans le hall le 20 juin.',
      messages: [landlord(1, '2018-06-20T09:10:00Z', ['Un rappel du règlement est affiché dans le hall.'])],
    },
    {
      ...filed('D-2018-0341', '2018-05-22T10:05:00Z', 'administrative', 'certificate', null),
      text: 'J’ai besoin d’une attestation de loyer pour la CAF.',
      status: 'settled',
      followUp: 'Attestation envoyée le 24 mai.',
      messages: [landlord(1, '2018-05-24T08:00:00Z', ['Votre attestation est partie ce matin.'])],
    },
    {
      ...filed('D-2018-0409', '2018-07-06T17:20:00Z', 'commonAreas', 'lighting', 'stairs', 'account-006120'),
      text: 'La lumière de l’escalier ne s’allume plus au deuxième étage.',
      status: 'answered',
      followUp: 'Ampoule changée le 9 juillet.',
      messages: [
        landlord(1, '2018-07-09T10:00:00Z', ['L’ampoule est changée. Est-ce que tout marche\u00a0?']),
      ],
    },
    {
      ...filed('D-2018-0405', '2018-07-05T08:15:00Z', 'dwelling', 'heating', 'whole', 'account-005534'),
      text: 'السلام عليكم، لا يوجد ماء ساخن في الشقة منذ يومين. شكرا 🙏',
      status: 'inProgress',
      followUp: 'Intervention prévue le 13 juillet.',
      messages: [],
    },
  ];
}

export function followUpsBefore(): ReadonlyMap<string, readonly FollowUp[]> {
  const of = (id: string, kind: string, doneAt: string, more: Partial<FollowUp> = {}): FollowUp => ({
    ...{ id, kind, doneAt, state: 'done', reference: null, amountCents: null },
    ...more,
  });
  return new Map([
    [
      'tenant-0104473',
      [
        of('done-7', 'request', '2018-07-11T06:40:00Z', { state: 'received', reference: 'D-2018-0420' }),
        of('done-6', 'payment', '2018-07-10T09:00:00Z', { amountCents: 43_86 }),
        of('done-5', 'request', '2018-07-08T16:12:00Z', { state: 'received', reference: 'D-2018-0412' }),
        of('done-4', 'statement', '2018-06-28T15:30:00Z'),
        of('done-3', 'insuranceCertificate', '2018-02-03T10:00:00Z'),
        of('done-2', 'profileChange', '2018-02-02T11:20:00Z'),
        of('done-1', 'directDebit', '2018-02-01T14:00:00Z'),
      ],
    ],
    [
      'tenant-0106120',
      [of('done-8', 'request', '2018-07-06T17:20:00Z', { state: 'received', reference: 'D-2018-0409' })],
    ],
  ]);
}

function filed(
  reference: string,
  registeredAt: string,
  nature: string,
  topic: string | null,
  place: string | null,
  accountId = 'account-004473',
) {
  return {
    id: `request-${reference}`,
    ...{ accountId, reference, registeredAt, nature, topic, place },
    isAnonymous: false,
    attachmentCount: 0,
    from: null,
  };
}

function landlord(number: number, writtenAt: string, paragraphs: readonly string[]): FiledMessage {
  const author = 'Claire Renaud, chargée de clientèle';
  return { ...message(number, writtenAt, paragraphs.join('\n')), from: 'landlord', author };
}

function tenant(number: number, writtenAt: string, text: string): FiledMessage {
  return { ...message(number, writtenAt, text), from: 'tenant', author: null };
}

function message(number: number, writtenAt: string, text: string) {
  return { id: `message-${writtenAt.slice(0, 10)}-${number}`, writtenAt, text, attachmentCount: 0 };
}
