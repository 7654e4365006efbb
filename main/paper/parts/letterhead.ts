import { type Block, millimetres, type StackedBlock } from '../layout/document.ts';
import { styles } from '../layout/styles.ts';

/** Who writes. */
export interface Sender {
  readonly landlord: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly phone: string;
  };
  readonly agency: { readonly name: string };
}

/** To whom. */
export interface Addressee {
  readonly name: string;
  readonly addressLines: readonly string[];
}

/** The landlord at the left, whoever it is for at the right, where a window of an envelope shows them. */
export function letterhead(sender: Sender, addressee: Addressee | null): Block {
  const to: StackedBlock[] = addressee
    ? [
        { kind: 'text', role: 'P', style: 'addressee', text: addressee.name },
        ...lines(addressee.addressLines),
      ]
    : [];
  return {
    kind: 'columns',
    gap: millimetres(8),
    columns: [
      { share: 1, blocks: sendersLines(sender) },
      { share: 1, blocks: [{ kind: 'space', height: styles.brand.leading }, ...to] },
    ],
  };
}

/** The landlord alone, one line under the other. */
export function sendersLines({ landlord, agency }: Sender): StackedBlock[] {
  return [
    { kind: 'text', role: 'P', style: 'brand', text: landlord.name },
    ...lines([...landlord.addressLines, landlord.phone, agency.name].filter((text) => text !== '')),
  ];
}

function lines(texts: readonly string[]): StackedBlock[] {
  return texts.map((text) => ({ kind: 'text', role: 'P', style: 'body', text }));
}
