/** From where something is on Earth to where it is on the drawing. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

export interface Projection {
  readonly width: number;
  readonly height: number;
  /** The drawing's origin is its upper left corner. */
  place(point: Point): { x: number; y: number };
}

/** So that no marker is cut by the edge. */
const MARGIN_SHARE = 0.08;

/** As large as it takes to show the town and every agency, and `width` wide. Meridians stand upright, as on a street map. */
export function projectionFor(points: readonly Point[], town: Bounds, width: number): Projection {
  const south = Math.min(town.south, ...points.map(({ latitude }) => latitude));
  const north = Math.max(town.north, ...points.map(({ latitude }) => latitude));
  const west = Math.min(town.west, ...points.map(({ longitude }) => longitude));
  const east = Math.max(town.east, ...points.map(({ longitude }) => longitude));
  // A degree of longitude is shorter than one of latitude, here by a third.
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const margin = MARGIN_SHARE * width;
  const scale = (width - 2 * margin) / ((east - west) * shrink);
  return {
    width,
    height: Math.round((north - south) * scale + 2 * margin),
    place: ({ latitude, longitude }) => ({
      x: margin + (longitude - west) * shrink * scale,
      y: margin + (north - latitude) * scale,
    }),
  };
}
