/** As much of sax as is used; the package carries no types. */
declare module 'sax' {
  interface SaxParser {
    onopentag: (tag: { name: string }) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: (doctype: string) => void;
    onerror: (error: Error) => void;
    write(text: string): SaxParser;
    close(): SaxParser;
  }
  interface SaxOptions {
    trim?: boolean;
    position?: boolean;
    /** Only the five entities that XML itself has. */
    strictEntities?: boolean;
  }
  const sax: { parser(strict: boolean, options: SaxOptions): SaxParser };
  export = sax;
}
