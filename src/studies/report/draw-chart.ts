import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { estimateInWords } from './figures-in-words.ts';
import { Markup, markup } from './markup.ts';
import type { CurveChartPoint, CurvesChart, IntervalsChart, ReportChart } from './report-parts.ts';

type Scale = ScaleLinear<number, number>;

const WIDTH = 720;
const EDGE = { left: 60, right: 20, top: 22, bottom: 40 } as const;
const ROW = 36;
const PLOT_HEIGHT = 240;
/** Patterns of lines that the style sheet has. */
const DASHES = 6;
/** About so many figures along the lower edge. */
const TICKS = 8;

/** A chart as a picture that needs nothing but a style sheet; its words say what is seen. */
export function drawChart(chart: ReportChart): Markup {
  return chart.kind === 'intervals' ? drawIntervals(chart) : drawCurves(chart);
}

function drawIntervals({ label, axis, reference, rows }: IntervalsChart): Markup {
  const bottom = rows.length * ROW + 6;
  const values = rows.flatMap(({ mean, interval }) => [
    mean,
    ...(interval === null ? [] : [interval.low, interval.high]),
  ]);
  const x = scaleOf(
    [...values, ...(reference === null ? [] : [reference])],
    [EDGE.right, WIDTH - EDGE.right],
  );
  const words = rows.map((row) => `${row.label}: ${estimateInWords(row)}`);
  const body = rows.map((row, place) => {
    const [top, middle] = [place * ROW + 14, place * ROW + 26];
    const { mean, interval } = row;
    const whisker =
      interval === null
        ? markup``
        : markup`<path class="whisker" d="M${px(x(interval.low))},${middle - 4}v8m0,-4H${px(x(interval.high))}m0,-4v8"/>`;
    return markup`<text x="${EDGE.right}" y="${top}">${row.label}</text><text class="end" x="${WIDTH - EDGE.right}" y="${top}">${estimateInWords(row)}</text>${whisker}<circle cx="${px(x(mean))}" cy="${middle}" r="4"/>`;
  });
  const held =
    reference === null
      ? markup``
      : markup`<path class="reference" d="M${px(x(reference))},0V${bottom}"/>`;
  return framed(
    `${label}. ${words.join('. ')}`,
    bottom + EDGE.bottom,
    [
      ...bottomAxis(x, 0, bottom),
      held,
      ...body,
      markup`<text class="axis end" x="${WIDTH - EDGE.right}" y="${bottom + EDGE.bottom - 6}">${axis} →</text>`,
    ],
    label,
  );
}

function drawCurves({ label, xAxis, yAxis, curves }: CurvesChart): Markup {
  const points = curves.flatMap((curve) => curve.points);
  const bottom = EDGE.top + PLOT_HEIGHT;
  const x = placesOf(points.map((point) => point.x));
  const y = scaleOf(points.flatMap(heightsOf), [bottom, EDGE.top]);
  const picture = framed(
    label,
    bottom + EDGE.bottom,
    [
      ...bottomAxis(x, EDGE.top, bottom),
      ...leftAxis(y),
      ...curves.map((curve, place) => drawCurve(curve.points, place, x, y, bottom)),
      markup`<text class="axis" x="4" y="12">↑ ${yAxis}</text>`,
      markup`<text class="axis end" x="${WIDTH - EDGE.right}" y="${bottom + EDGE.bottom - 6}">${xAxis} →</text>`,
    ],
    label,
  );
  const legend = curves.map(
    (curve, place) =>
      markup`<li><svg width="40" height="12" aria-hidden="true"><path class="line dashes-${place % DASHES}" d="M0,6H40"/></svg> ${curve.label}</li>`,
  );
  return markup`<ul class="legend">${legend}</ul>${picture}`;
}

function placesOf(xs: readonly number[]): Scale {
  const [least, most] = xs.length === 0 ? [0, 1] : [Math.min(...xs), Math.max(...xs)];
  return scaleLinear()
    .domain([least, most === least ? least + 1 : most])
    .range([EDGE.left, WIDTH - EDGE.right]);
}

function heightsOf({ estimate }: CurveChartPoint): readonly number[] {
  if (estimate === null) return [];
  const { mean, interval } = estimate;
  return interval === null ? [mean] : [mean, interval.low, interval.high];
}

function leftAxis(y: Scale): readonly Markup[] {
  const inWords = y.tickFormat(5);
  return y
    .ticks(5)
    .map(
      (value) =>
        markup`<path class="grid" d="M${EDGE.left},${px(y(value))}H${WIDTH - EDGE.right}"/><text class="figure end" x="${EDGE.left - 6}" y="${px(y(value) + 4)}">${inWords(value)}</text>`,
    );
}

function drawCurve(
  points: readonly CurveChartPoint[],
  place: number,
  x: Scale,
  y: Scale,
  bottom: number,
): Markup {
  const lineOf = line<CurveChartPoint>()
    .defined(({ estimate }) => estimate !== null)
    .x((point) => x(point.x))
    .y(({ estimate }) => y(estimate?.mean ?? 0))
    .digits(1);
  const bandOf = area<CurveChartPoint>()
    .defined(({ estimate }) => (estimate?.interval ?? null) !== null)
    .x((point) => x(point.x))
    .y0(({ estimate }) => y(estimate?.interval?.low ?? 0))
    .y1(({ estimate }) => y(estimate?.interval?.high ?? 0))
    .digits(1);
  const marks = points.map(({ x: at, estimate }) =>
    estimate === null
      ? markup`<path class="missing" d="M${px(x(at))},${bottom - 8}V${bottom}"/>`
      : markup`<circle cx="${px(x(at))}" cy="${px(y(estimate.mean))}" r="2.5"/>`,
  );
  return markup`<path class="band" d="${bandOf(points) ?? ''}"/><path class="line dashes-${place % DASHES}" d="${lineOf(points) ?? ''}"/>${marks}`;
}

function bottomAxis(x: Scale, top: number, bottom: number): readonly Markup[] {
  const inWords = x.tickFormat(TICKS);
  return x
    .ticks(TICKS)
    .map(
      (value) =>
        markup`<path class="grid" d="M${px(x(value))},${top}V${bottom}"/><text class="figure middle" x="${px(x(value))}" y="${bottom + 16}">${inWords(value)}</text>`,
    );
}

function framed(words: string, height: number, parts: readonly Markup[], caption: string): Markup {
  return markup`<figure><div class="drawing"><svg role="img" viewBox="0 0 ${WIDTH} ${height}" aria-label="${words}">${parts}</svg></div><figcaption>${caption}</figcaption></figure>`;
}

/** Of round numbers that hold the values; equal ones get some room around them. */
function scaleOf(values: readonly number[], range: readonly [number, number]): Scale {
  const known = values.filter(Number.isFinite);
  const [least, most] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const margin =
    most - least <= 1e-9 * Math.max(1, Math.abs(most)) ? Math.max(0.5, Math.abs(most) * 0.05) : 0;
  return scaleLinear()
    .domain([least - margin, most + margin])
    .nice(5)
    .range(range);
}

/** CSS pixels, to a tenth: the same on every machine. */
function px(value: number): number {
  return Number(value.toFixed(1));
}
