/** WebAssembly pages have 64 KiB. */
const PAGE_BYTES = 65_536;

/**
 * No decoder of this thread gets more than so much: a thread's own limits know of JavaScript's heap only. Emscripten
 * asks here for each piece more, and takes a refusal for "out of memory".
 */
export function boundMemory(megabytes: number): void {
  const mostPages = (megabytes * 1_048_576) / PAGE_BYTES;
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function bounded(this: BoundedMemory, pages: number): number {
    if (this.buffer.byteLength / PAGE_BYTES + pages > mostPages) throw new RangeError('enough');
    return grow.call(this, pages);
  };
}
