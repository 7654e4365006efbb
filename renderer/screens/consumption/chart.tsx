/** Bars for what was used, a curve for the year before, another for similar dwellings. Nothing in it moves. */
import './chart.css';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, LinePath } from '@visx/shape';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Row } from './series.ts';

export interface ChartProps {
  rows: readonly Row[];
  /** What a screen reader says instead: the whole sentence. */
  summary: string;
  /** Under its bar. Not all of them stand there when there is no room. */
  labelOf(name: string): string;
  /** Without the unit. */
  figureOf(thousandths: number): string;
}

interface Size {
  readonly width: number;
  /** A letter's height, which grows with the text that the person chose. */
  readonly em: number;
}

/** Of its width. */
const HEIGHT_SHARE = 0.42;
const MOST_HEIGHT_EM = 18;
const LINES = 4;
const GAP_BETWEEN_BARS = 0.35;
/** Of the letters of a label, and the room after it. */
const LABEL_EM = 3.4;
const POINT_EM = 0.28;

export function Chart(props: ChartProps) {
  const { summary } = props;
  const place = useRef<HTMLDivElement>(null);
  const letter = useRef<HTMLSpanElement>(null);
  const [size, setSize] = useState<Size | null>(null);

  useLayoutEffect(() => {
    const box = place.current;
    const em = letter.current;
    if (!box || !em) return;
    const measure = () => setSize({ width: box.clientWidth, em: em.getBoundingClientRect().width });
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(box);
    watcher.observe(em);
    return () => watcher.disconnect();
  }, []);

  return (
    <div ref={place} className="chart" role="img" aria-label={summary}>
      <span ref={letter} className="chart__em" />
      {size && size.width > 0 && <Drawing {...props} {...size} />}
    </div>
  );
}

function Drawing({ rows, labelOf, figureOf, width, em }: ChartProps & Size) {
  const height = Math.min(width * HEIGHT_SHARE, MOST_HEIGHT_EM * em);
  const most = Math.max(
    1,
    ...rows.flatMap(({ used, before, similar }) => [used ?? 0, before ?? 0, similar ?? 0]),
  );
  const y = scaleLinear<number>({ domain: [0, most], range: [height - 1.8 * em, 0.8 * em], nice: LINES });
  const ticks = y.ticks(LINES);
  const left = Math.max(...ticks.map((tick) => figureOf(tick).length)) * 0.62 * em + 0.6 * em;
  const x = scaleBand<string>({
    domain: rows.map(({ name }) => name),
    range: [left, width],
    padding: GAP_BETWEEN_BARS,
  });
  const middle = (name: string) => (x(name) ?? 0) + x.bandwidth() / 2;
  const bottom = y(0);
  const labelEvery = Math.max(1, Math.ceil((LABEL_EM * em) / x.step()));
  return (
    <svg width={width} height={height} aria-hidden>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="chart__line" x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
          <text className="chart__figure" x={left - 0.4 * em} y={y(tick) + 0.35 * em}>
            {figureOf(tick)}
          </text>
        </g>
      ))}
      {rows.map(({ name, used, isEstimated }, index) => (
        <g key={name}>
          {used === null ? (
            <text className="chart__missing" x={middle(name)} y={bottom - 0.4 * em}>
              ?
            </text>
          ) : (
            <Bar
              className={`chart__bar ${isEstimated ? 'chart__bar--estimated' : ''}`}
              x={x(name) ?? 0}
              width={x.bandwidth()}
              y={y(used)}
              height={bottom - y(used)}
            />
          )}
          {(rows.length - 1 - index) % labelEvery === 0 && (
            <text className="chart__label" x={middle(name)} y={height - 0.3 * em}>
              {labelOf(name)}
            </text>
          )}
        </g>
      ))}
      <Curve rows={rows} of="similar" middle={middle} y={y} em={em} />
      <Curve rows={rows} of="before" middle={middle} y={y} em={em} />
    </svg>
  );
}

interface CurveProps {
  rows: readonly Row[];
  of: 'before' | 'similar';
  middle(name: string): number;
  y(thousandths: number): number;
  em: number;
}

/** It breaks off where nothing is known, and starts anew. A point says where it was measured. */
function Curve({ rows, of, middle, y, em }: CurveProps) {
  const known = rows.flatMap(({ name, [of]: value }) => (value === null ? [] : [{ name, value }]));
  const size = POINT_EM * em;
  return (
    <>
      {['chart__halo', `chart__curve chart__curve--${of}`].map((className) => (
        <LinePath
          key={className}
          className={className}
          data={[...rows]}
          defined={(row) => row[of] !== null}
          x={({ name }) => middle(name)}
          y={(row) => y(row[of] ?? 0)}
        />
      ))}
      {known.map(({ name, value }) =>
        of === 'before' ? (
          <circle
            key={name}
            className="chart__point chart__point--before"
            cx={middle(name)}
            cy={y(value)}
            r={size}
          />
        ) : (
          <rect
            key={name}
            className="chart__point chart__point--similar"
            x={middle(name) - size}
            y={y(value) - size}
            width={2 * size}
            height={2 * size}
          />
        ),
      )}
    </>
  );
}
