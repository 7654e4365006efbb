/** The part of the library that the kiosk uses; it brings no types of its own. */
declare module '@sealsystems/ipp' {
  type AttributeValue = string | number | boolean | readonly string[] | AttributeCollection;

  interface AttributeCollection {
    readonly [name: string]: AttributeValue;
  }

  interface OutgoingMessage {
    version: '1.1' | '2.0';
    operation: string;
    id: number;
    'operation-attributes-tag': Readonly<Record<string, AttributeValue>>;
    'job-attributes-tag'?: Readonly<Record<string, AttributeValue>>;
  }

  const ipp: {
    serialize(message: OutgoingMessage): Buffer;
    /** Throws on bytes that make no sense. Groups stand under their tag's name, as one object or a list of them. */
    parse(bytes: Buffer): Readonly<Record<string, unknown>>;
    statusCodes: { lookup: readonly (string | undefined)[] };
  };
  // biome-ignore lint/style/noDefaultExport: it is a CommonJS module.
  export default ipp;
}
