/** The agencies between the rivers, the railway and the ring road. The list beside it says the same in words. */
import { useTranslation } from 'react-i18next';
import type { AgencyCard } from '../../../preload/information-contract.ts';
import { projectionFor } from './map-projection.ts';
import { BOIVRE, CLAIN, OLD_TOWN, RAILWAY, RING_ROAD, STATION, TOWN_BOUNDS } from './town.ts';

const WIDTH = 1_000;
const MARKER_RADIUS = 38;
/** In the drawing's own units: a hundredth of its width is ten. */
const NAME_SIZE = 36;
const NUMBER_SIZE = 46;

export function AgencyMap({ agencies, hereId }: { agencies: readonly AgencyCard[]; hereId: string }) {
  const { t } = useTranslation();
  const { width, height, place } = projectionFor(agencies, TOWN_BOUNDS, WIDTH);
  const at = ([latitude, longitude]: readonly [number, number]) => place({ latitude, longitude });
  const path = (line: readonly (readonly [number, number])[]) =>
    line
      .map((point, index) => {
        const { x, y } = at(point);
        return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join(' ');
  const here = agencies.find(({ id }) => id === hereId);
  const town = at(OLD_TOWN);
  const station = at(STATION);

  return (
    <svg
      className="agency-map"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      fontSize={NAME_SIZE}
      aria-label={t('information.agencies.map')}
    >
      <rect className="agency-map__land" width={width} height={height} />
      <path className="agency-map__road" d={path(RING_ROAD)} />
      <path className="agency-map__river" d={path(CLAIN)} />
      <path className="agency-map__river" d={path(BOIVRE)} />
      <path className="agency-map__railway" d={path(RAILWAY)} />
      <circle className="agency-map__town" cx={town.x} cy={town.y} r={90} />
      <text className="agency-map__name" x={town.x} y={town.y + 66}>
        {t('information.agencies.centre')}
      </text>
      <rect className="agency-map__station" x={station.x - 14} y={station.y - 14} width={28} height={28} />
      <text className="agency-map__name agency-map__name--before" x={station.x - 24} y={station.y + 12}>
        {t('information.agencies.station')}
      </text>
      {agencies.map((agency, index) => {
        const { x, y } = place(agency);
        return (
          <g key={agency.id} className={agency.id === hereId ? 'agency-map__here' : 'agency-map__agency'}>
            <circle cx={x} cy={y} r={MARKER_RADIUS} />
            <text x={x} y={y + 16} fontSize={NUMBER_SIZE}>
              {index + 1}
            </text>
          </g>
        );
      })}
      {here && <YouAreHere {...place(here)} width={width} />}
    </svg>
  );
}

/** Beside the marker, on the side where there is room. */
function YouAreHere({ x, y, width }: { x: number; y: number; width: number }) {
  const { t } = useTranslation();
  const isLeft = x > width / 2;
  return (
    <text
      className={`agency-map__you ${isLeft ? 'agency-map__name--before' : 'agency-map__name--after'}`}
      x={x + (isLeft ? -1 : 1) * (MARKER_RADIUS + 14)}
      y={y + 12}
      fontSize={NUMBER_SIZE}
    >
      {t('information.agencies.youAreHere')}
    </text>
  );
}
