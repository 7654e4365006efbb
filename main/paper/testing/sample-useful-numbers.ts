import type { UsefulNumbersContent } from '../useful-numbers/useful-numbers-content.ts';

/** Of a kiosk in the middle of Poitiers. */
export function usefulNumbersOf(changes: Partial<UsefulNumbersContent> = {}): UsefulNumbersContent {
  return {
    landlord: {
      name: 'EKIDOM',
      addressLines: ['65 avenue John Kennedy', '86000 Poitiers'],
      phone: '05 36 49 10 00',
    },
    agency: { name: 'Direction territoriale Centre', phone: '05 36 49 10 11' },
    numbers: [
      {
        name: 'Astreinte technique',
        phone: '05 36 49 10 99',
        when: 'Le soir, la nuit, le week-end\u00a0: fuite, panne générale, porte d’immeuble bloquée',
      },
      { name: 'Ascenseur en panne', phone: '05 36 49 10 60', when: 'Jour et nuit' },
      { name: 'Chauffage collectif', phone: '05 36 49 10 70', when: null },
    ],
    printedOn: '2018-07-11',
    locale: 'fr',
    ...changes,
  };
}
