import type { RequestAcknowledgementContent } from '../request-acknowledgement/request-acknowledgement-content.ts';
import { household } from './sample-household.ts';

/** A leak, told in two paragraphs, with two files. */
export function requestAcknowledgementOf(
  changes: Partial<RequestAcknowledgementContent> = {},
): RequestAcknowledgementContent {
  return {
    ...household,
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
