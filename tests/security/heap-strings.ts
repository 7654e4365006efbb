/** Every text in a heap snapshot, also one that V8 keeps in pieces until somebody needs it whole. */

/** As much of the file as is read: https://developer.chrome.com/docs/devtools/memory-problems/heap-snapshot-schema */
export interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (string | readonly string[])[];
      readonly edge_fields: readonly string[];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

/** V8's name for a text that was put together from two others, and is not copied into one. */
const IN_PIECES = 'concatenated string';

export function stringsOf(heap: HeapSnapshot): string[] {
  return [...heap.strings, ...textsInPieces(heap)];
}

function textsInPieces({ snapshot: { meta }, nodes, edges, strings }: HeapSnapshot): string[] {
  const [type, name, edgeCount] = ['type', 'name', 'edge_count'].map((field) =>
    meta.node_fields.indexOf(field),
  ) as [number, number, number];
  const [edgeName, target] = ['name_or_index', 'to_node'].map((field) => meta.edge_fields.indexOf(field)) as [
    number,
    number,
  ];
  const inPieces = meta.node_types[type]?.indexOf(IN_PIECES);
  const halves = new Map<number, readonly [first: number, second: number]>();

  let edge = 0;
  for (let node = 0; node < nodes.length; node += meta.node_fields.length) {
    const next = edge + (nodes[node + edgeCount] ?? 0) * meta.edge_fields.length;
    if (nodes[node + type] === inPieces) halves.set(node, [half('first', next), half('second', next)]);
    edge = next;
  }

  const parts = new Set([...halves.values()].flat());
  return [...halves.keys()].filter((node) => !parts.has(node)).map(textOf);

  function half(which: 'first' | 'second', end: number): number {
    for (let at = edge; at < end; at += meta.edge_fields.length) {
      if (strings[edges[at + edgeName] ?? -1] === which) return edges[at + target] ?? -1;
    }
    throw new Error(`A text in pieces has no ${which} half.`);
  }

  /** Without calling itself: a long text is as deep as it is long. */
  function textOf(whole: number): string {
    const texts: string[] = [];
    const open = [whole];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const pair = halves.get(node);
      if (pair) open.push(pair[1], pair[0]);
      else texts.push(strings[nodes[node + name] ?? -1] ?? '');
    }
    return texts.join('');
  }
}
