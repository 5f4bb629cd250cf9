import {
  seriesOf,
  type ScatterAxis,
  type ScatterMark,
  type ScatterPoint,
} from './scatter-point.ts';
import chart from './chart.module.css';

export interface ScatterTableProps {
  readonly points: readonly ScatterPoint[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly markNames: Readonly<Record<ScatterMark, string>>;
  readonly onOpen: (id: string) => void;
}

/** A scatter's points in the order given; columns that would say nothing are left out. */
export function ScatterTable({ points, x, y, markNames, onOpen }: ScatterTableProps) {
  const hasSeries = seriesOf(points).length > 1;
  const hasMarks = points.some(({ mark }) => mark !== null);
  return (
    <div className={chart.scroll}>
      <table className={chart.table}>
        <thead>
          <tr>
            <th scope="col">Response</th>
            {hasSeries && <th scope="col">Arm</th>}
            <th scope="col">{x.title}</th>
            <th scope="col">{y.title}</th>
            {hasMarks && <th scope="col">Winner</th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.id}>
              <th scope="row">
                <button
                  type="button"
                  onClick={() => {
                    onOpen(point.id);
                  }}
                >
                  {point.label}
                </button>
              </th>
              {hasSeries && <td className={chart.words}>{point.series}</td>}
              <td>{x.format(point.x)}</td>
              <td>{y.format(point.y)}</td>
              {hasMarks && (
                <td className={chart.words}>{point.mark === null ? '' : markNames[point.mark]}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
