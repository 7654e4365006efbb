/** Who stands on the sample papers: the landlord, their agency, a tenant and her lease. */
export const household = {
  landlord: {
    name: 'EKIDOM',
    addressLines: ['65 avenue John Kennedy', '86000 Poitiers'],
    phone: '05 49 60 33 00',
  },
  agency: { name: 'Direction territoriale Centre-ville' },
  tenant: { displayName: 'Mme Françoise D’Aubigné-Lefèvre', number: '0147852' },
  lease: { number: '004473', addressLines: ['12 rue de l’Église', '86000 Poitiers'] },
};
