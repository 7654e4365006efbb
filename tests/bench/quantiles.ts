/** @throws when there is nothing to measure */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5);
}

/** The value below which that share of the figures lies, by linear interpolation. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) throw new Error('no figures');
  return below + (above - below) * (at - Math.floor(at));
}
