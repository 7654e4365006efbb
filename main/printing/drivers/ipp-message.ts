/**
 * IPP messages as bytes (RFC 8010), by `@sealsystems/ipp`.
 *
 * Of that library only the encoding is used. Its HTTP part bounds neither the time nor the size of an answer, and
 * never calls back when a connection breaks in the middle of one: `ipp-exchange.ts` stands in its place.
 */
export type IppOperation =
  | 'Get-Printer-Attributes'
  | 'Validate-Job'
  | 'Print-Job'
  | 'Get-Job-Attributes'
  | 'Get-Jobs'
  | 'Cancel-Job';

export interface IppRequest {
  operation: IppOperation;
  operationAttributes?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  jobAttributes?: Readonly<Record<string, JobAttribute>>;
}

/** A value, or a collection of them under their names. */
export type JobAttribute = string | number | { readonly [name: string]: JobAttribute };

export interface IppAnswer {
  isSuccess: boolean;
  /** The keyword of the status, such as `server-error-busy`; its number when it has none. */
  status: string;
  printer: IppAttributes;
  job: IppAttributes;
  /** Of an answer about several jobs. */
  jobs: readonly IppAttributes[];
  unsupported: IppAttributes;
}

/** The values of each attribute; one value is a list too. */
export type IppAttributes = ReadonlyMap<string, readonly unknown[]>;

/** The least common version: a printer of version 2 must know it (PWG 5100.12), an old one knows nothing else. */
const VERSION = '1.1';
const HEADER_BYTES = 8;
/** RFC 8011, appendix B.1. */
const LAST_SUCCESS_STATUS = 0xff;

export async function encodeRequest(request: IppRequest, printerUri: string, id: number): Promise<Buffer> {
  const ipp = await loadLibrary();
  // The order of the first ones is part of the protocol; the library keeps it.
  return ipp.serialize({
    version: VERSION,
    operation: request.operation,
    id,
    'operation-attributes-tag': {
      'attributes-charset': 'utf-8',
      'attributes-natural-language': 'en',
      'printer-uri': printerUri,
      ...request.operationAttributes,
    },
    ...(request.jobAttributes && { 'job-attributes-tag': request.jobAttributes }),
  });
}

/** Null when the bytes are not an answer to the request with this id. */
export async function decodeAnswer(bytes: Buffer, id: number): Promise<IppAnswer | null> {
  if (bytes.length <= HEADER_BYTES || bytes.readUInt32BE(4) !== id) return null;
  const ipp = await loadLibrary();
  // The library reads lengths as signed: one above 0x7fff would move it backwards, and round and round for ever.
  Object.defineProperty(bytes, 'readInt16BE', { value: bytes.readUInt16BE });
  let message: Readonly<Record<string, unknown>>;
  try {
    message = ipp.parse(bytes);
  } catch {
    // Whatever it threw, these bytes are not IPP; there is nothing more to know about them.
    return null;
  }
  const statusCode = bytes.readUInt16BE(2);
  return {
    isSuccess: statusCode <= LAST_SUCCESS_STATUS,
    status: ipp.statusCodes.lookup[statusCode] ?? `0x${statusCode.toString(16).padStart(4, '0')}`,
    printer: attributesOf(message['printer-attributes-tag']),
    job: attributesOf(message['job-attributes-tag']),
    jobs: [message['job-attributes-tag'] ?? []].flat().map(attributesOf),
    unsupported: attributesOf(message['unsupported-attributes-tag']),
  };
}

export function keywords(attributes: IppAttributes, name: string): string[] {
  return (attributes.get(name) ?? []).filter((value) => typeof value === 'string');
}

export function keyword(attributes: IppAttributes, name: string): string | null {
  return keywords(attributes, name)[0] ?? null;
}

export function integer(attributes: IppAttributes, name: string): number | null {
  const value = attributes.get(name)?.[0];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

export function isFalse(attributes: IppAttributes, name: string): boolean {
  return attributes.get(name)?.[0] === false;
}

function attributesOf(group: unknown): IppAttributes {
  const first: unknown = Array.isArray(group) ? group[0] : group;
  if (typeof first !== 'object' || first === null) return new Map();
  return new Map(
    Object.entries(first).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
  );
}

/**
 * Only when a printer is talked to: the start need not wait for its tables. Vite's minifier breaks them, so main is
 * bundled as it is.
 */
async function loadLibrary() {
  const { default: ipp } = await import('@sealsystems/ipp');
  return ipp;
}
