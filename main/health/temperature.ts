/** How hot the machine is, where the system tells: the zones of Linux, in thousandths of a degree. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ZONES_FOLDER = '/sys/class/thermal';
const ZONE = /^thermal_zone\d+$/;
/** What a sensor says that measures nothing. */
const LEAST_CELSIUS = -50;
const MOST_CELSIUS = 200;

/** Whole degrees Celsius of the hottest zone, null where nothing is told. */
export async function readTemperature(folder = ZONES_FOLDER): Promise<number | null> {
  const entries = await readdir(folder).catch(() => []);
  const zones = await Promise.all(
    entries
      .filter((name) => ZONE.test(name))
      .map((name) => readFile(join(folder, name, 'temp'), 'utf8').catch(() => '')),
  );
  const degrees = zones
    .map((text) => Math.round(Number.parseInt(text, 10) / 1_000))
    .filter((celsius) => celsius > LEAST_CELSIUS && celsius < MOST_CELSIUS);
  return degrees.length === 0 ? null : Math.max(...degrees);
}
