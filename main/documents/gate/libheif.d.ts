/** As much of libheif-js as is used; the package carries no types for this way in. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  interface HeifImage {
    get_width(): number;
    get_height(): number;
    display(
      target: { data: Uint8ClampedArray; width: number; height: number },
      done: (shown: { data: Uint8ClampedArray } | null) => void,
    ): void;
    free(): void;
  }
  function open(): { HeifDecoder: new () => { decode(file: Uint8Array): HeifImage[] } };
  export = open;
}
