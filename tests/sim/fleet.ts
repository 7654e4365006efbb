/**
 * How many requests a landlord's kiosks make, and what an outage of the API does to that.
 *
 *     npm run sim:fleet -- --kiosks 5000 [--wishes 8] [--seed 7]
 *
 * `--wishes`: what people hand in at one kiosk in an hour.
 */
import { parseArgs } from 'node:util';
import { simulateFleet } from './simulate-fleet.ts';

const { values } = parseArgs({
  options: {
    kiosks: { type: 'string', default: '5000' },
    wishes: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
});
const kiosks = Number(values.kiosks);
const wishesPerKioskAndHour = Number(values.wishes);
const startedAt = performance.now();
const fleet = await simulateFleet({ kiosks, wishesPerKioskAndHour, seed: Number(values.seed) });
const lines: [string, string][] = [
  ['kiosks', `${kiosks}, with ${wishesPerKioskAndHour} wishes an hour each`],
  ['requests per kiosk and hour', fleet.requestsPerKioskAndHour.toFixed(2)],
  ['fleetPeakRatio', `${fleet.peakRatio.toFixed(2)}  (busiest minute after an hour's outage, over the mean)`],
  ['during the outage', `${fleet.peakRatioDuringOutage.toFixed(2)}  (busiest minute, over the same mean)`],
  ['caught up after', `${fleet.minutesToCatchUp.toFixed(0)} minutes`],
  ['lost', String(fleet.lost)],
];
for (const [name, value] of lines) console.log(`${name.padEnd(28)} ${value}`);
console.log(`simulated in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
if (fleet.lost > 0) process.exitCode = 1;
