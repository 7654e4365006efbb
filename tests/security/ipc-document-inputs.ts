/** Each call about documents that people bring: what it takes, and what it must refuse. */

/** Cannot be in a log by chance; the same as in ipc.spec.ts. */
const MARKER = 'Quetzalcoatl';

const NOTHING = { right: undefined, wrong: [null, {}, MARKER, { accountId: 'a' }] };

const PAGE = {
  right: { pageId: 'a' },
  wrong: [null, {}, MARKER, { pageId: `../${MARKER}` }, { pageId: ['a'] }, { pageId: 'a', accountId: 'a' }],
};

export const documentInputs: Readonly<Record<string, { right: unknown; wrong: readonly unknown[] }>> = {
  'document.ways': NOTHING,
  'document.read': NOTHING,
  'document.scan': { right: undefined, wrong: [null, { device: MARKER }, ['--output-file=/tmp/x']] },
  'document.listKey': { right: undefined, wrong: [null, '/', { folder: `/home/${MARKER}` }] },
  'document.takeFromKey': {
    right: { fileId: 'a' },
    wrong: [
      null,
      {},
      '/etc/passwd',
      { fileId: '/etc/passwd' },
      { fileId: `../../${MARKER}` },
      { fileId: 'a\0' },
      { fileId: '' },
      { fileId: 'a', path: '/etc/passwd' },
    ],
  },
  'document.takePicture': {
    right: { picture: new Uint8Array([0xff, 0xd8, 0xff]) },
    wrong: [
      null,
      {},
      MARKER,
      { picture: MARKER },
      { picture: [0xff, 0xd8, 0xff] },
      { picture: { length: 3, byteLength: 3 } },
      { picture: `file:///etc/${MARKER}` },
    ],
  },
  'document.openPhone': { right: undefined, wrong: [null, {}, { url: `https://${MARKER}.example` }] },
  'document.followPhone': {
    right: { after: 'waiting' },
    wrong: [null, {}, MARKER, { after: MARKER }, { after: null }, { after: 'waiting', slotId: 'a' }],
  },
  'document.takeFromPhone': { right: undefined, wrong: [null, {}, { slotId: 'a' }, { fileId: MARKER }] },
  'document.closePhone': { right: undefined, wrong: [null, {}, { slotId: 'a' }] },
  'document.readPage': PAGE,
  'document.removePage': PAGE,
  'document.clear': NOTHING,
  'document.deposit': {
    right: { accountId: 'a', kind: 'other' },
    wrong: [
      null,
      {},
      { accountId: 'a' },
      { kind: 'other' },
      { accountId: `../${MARKER}`, kind: 'other' },
      { accountId: 'a', kind: MARKER },
      { accountId: 'a', kind: ['other'] },
      { accountId: 'a', kind: 'other', content: MARKER },
    ],
  },
};

/** Of these, what is for whoever is there, signed in or not. */
export const OF_WHOEVER_IS_THERE = [
  'document.ways',
  'document.read',
  'document.scan',
  'document.listKey',
  'document.takeFromKey',
  'document.takePicture',
  'document.readPage',
  'document.removePage',
  'document.clear',
];

const FROM = { name: 'a', tenantNumber: 'a', phone: 'a', email: null };
const DEPOSIT = { from: FROM, kind: 'other', insured: null };

export const unsignedDepositInputs = {
  'unsignedDeposit.send': {
    right: DEPOSIT,
    wrong: [
      null,
      {},
      MARKER,
      { ...DEPOSIT, kind: MARKER },
      { ...DEPOSIT, content: MARKER },
      { ...DEPOSIT, accountId: 'a' },
      { ...DEPOSIT, kind: 'insuranceCertificate' },
      { ...DEPOSIT, insured: { from: '2018-07-01', to: '2019-06-30' } },
      { ...DEPOSIT, from: { ...FROM, phone: null } },
      { ...DEPOSIT, from: { ...FROM, tenantNumber: null } },
      { ...DEPOSIT, from: { ...FROM, tenantNumber: ' ' } },
      { ...DEPOSIT, from: { ...FROM, name: 'x'.repeat(201) } },
      { ...DEPOSIT, from: { ...FROM, email: `${MARKER}${'x'.repeat(254)}` } },
      { from: FROM, kind: 'insuranceCertificate', insured: { from: MARKER, to: '2019-06-30' } },
    ],
  },
};
