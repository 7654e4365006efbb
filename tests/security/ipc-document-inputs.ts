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
