import type { RequestAcknowledgementContent } from '../request-acknowledgement/request-acknowledgement-content.ts';

/** A leak, told in two paragraphs, with two files. */
export function requestAcknowledgementOf(
  changes: Partial<RequestAcknowledgementContent> = {},
): RequestAcknowledgementContent {
  return {
    landlord: {
      name: 'EKIDOM',
      addressLines: ['65 avenue John Kennedy', '86000 Poitiers'],
      phone: '05 49 60 33 00',
    },
    agency: { name: 'Direction territoriale Centre-ville' },
    tenant: { displayName: 'Mme Françoise D’Aubigné-Lefèvre', number: '0147852' },
    lease: { number: '004473', addressLines: ['12 rue de l’Église', '86000 Poitiers'] },
    reference: 'D-2018-0412',
    nature: 'Plomberie, fuite d’eau',
    place: 'Mon logement, salle de bains',
    registeredAt: '2018-07-11T07:05:07.000Z',
    text: [
      'Bonjour, depuis dimanche l’eau goutte sous le lavabo de la salle de bains. J’ai posé un seau et je le vide ' +
        'deux fois par jour, mais le meuble commence à gonfler.',
      '',
      'Je suis là tous les matins. Merci de m’appeler avant de passer.',
    ].join('\n'),
    attachments: ['lavabo.jpg', 'meuble.jpg'],
    issuedOn: '2018-07-11',
    locale: 'fr',
    ...changes,
  };
}
