/** How much more a landlord's kiosks together ask for after an hour's outage: simulated, so it is the same on every machine. */
import { simulateFleet } from '../../sim/simulate-fleet.ts';

const FLEET = { kiosks: 5_000, wishesPerKioskAndHour: 8, seed: 1 };

export interface FleetFigures {
  fleetPeakRatio: number;
  requestsPerKioskAndHour: number;
}

export async function measureFleet(): Promise<FleetFigures> {
  const { peakRatio, requestsPerKioskAndHour } = await simulateFleet(FLEET);
  return { fleetPeakRatio: peakRatio, requestsPerKioskAndHour };
}
