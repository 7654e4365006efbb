/**
 * Poitiers as a few lines that people know it by, to put the agencies between: not to walk by. Drawn by hand after
 * the lie of the land; [latitude, longitude], WGS 84.
 */
type Line = readonly (readonly [latitude: number, longitude: number])[];

/** From the south, around the hill of the old town, to the north. */
export const CLAIN: Line = [
  [46.528, 0.345],
  [46.545, 0.338],
  [46.556, 0.341],
  [46.566, 0.346],
  [46.573, 0.3515],
  [46.579, 0.355],
  [46.585, 0.3545],
  [46.5905, 0.349],
  [46.5955, 0.3485],
  [46.602, 0.355],
  [46.612, 0.361],
  [46.63, 0.368],
];

/** From the west, past the station, into the Clain. */
export const BOIVRE: Line = [
  [46.566, 0.28],
  [46.571, 0.302],
  [46.576, 0.32],
  [46.581, 0.3315],
  [46.5885, 0.338],
  [46.5935, 0.3475],
];

export const RAILWAY: Line = [
  [46.53, 0.318],
  [46.555, 0.3215],
  [46.57, 0.328],
  [46.5823, 0.3333],
  [46.592, 0.337],
  [46.61, 0.352],
  [46.63, 0.363],
];

/** Around the town. */
export const RING_ROAD: Line = [
  [46.553, 0.308],
  [46.57, 0.306],
  [46.588, 0.314],
  [46.603, 0.332],
  [46.605, 0.36],
  [46.596, 0.385],
  [46.578, 0.387],
  [46.561, 0.374],
  [46.551, 0.347],
  [46.553, 0.308],
];

export const STATION: Line[number] = [46.5823, 0.3333];
export const OLD_TOWN: Line[number] = [46.5805, 0.3432];

/** What is shown at the least, whichever agencies there are. */
export const TOWN_BOUNDS = { south: 46.548, west: 0.302, north: 46.604, east: 0.39 };
