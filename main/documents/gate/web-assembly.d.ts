/** As much of WebAssembly as is used here: Node.js has it, its types leave it to those of browsers. */
declare var WebAssembly: {
  Module: new (code: ArrayBuffer) => object;
  Memory: { new (size: { initial: number }): BoundedMemory; prototype: BoundedMemory };
};
interface BoundedMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
