import { useMemo, useState } from 'react';
import {
  comparedCells,
  isBestPartlyLuck,
  type SplitCell,
  type SplitMap,
  splitMapOverPrompts,
  type SplitMeasure,
  type SplitReading,
} from '../../studies/index.ts';
import {
  ChoiceButtons,
  countOf,
  DataTable,
  Folded,
  formatGain,
  formatReward,
  Note,
  Region,
} from '../../ui/index.ts';
import { HeatMap } from '../../viz/finding-charts.ts';
import { bandInWords, intervalInWords } from './band-in-words.ts';
import {
  provenanceOfSplits,
  ReadingChoice,
  type SplitsOfRuns,
  StrategyField,
  useStrategy,
} from './split-choices.tsx';
import { lacking } from './splits-pane.tsx';
import styles from './studies.module.css';

const MEASURES = [
  { value: 'gain', name: 'Gain', title: 'Over the best of as many drafts alone, with z' },
  { value: 'reward', name: 'Reward', title: 'Of the winner' },
] as const;

interface Words {
  /** Of the chart, without the strategy. */
  readonly title: string;
  /** Of the colours. */
  readonly value: string;
  /** What 0 stands for; null where it is a reward like any other. */
  readonly zero: string | null;
  readonly format: (value: number) => string;
}

const WORDS: Readonly<Record<SplitMeasure, Words>> = {
  gain: {
    title: 'Mean gain over N drafts alone, over prompts, by N and N0',
    value: 'gain over N drafts alone',
    zero: 'as good as N drafts alone',
    format: formatGain,
  },
  reward: {
    title: 'Mean reward of the winner over prompts, by N and N0',
    value: 'mean reward of the winner',
    zero: null,
    format: formatReward,
  },
};

const NOTES: Readonly<Record<SplitReading, string>> = {
  inOrder:
    'Each cell is one split N0/N1 of a budget N: of each run the first N0 drafts, and the first N1 refinements of the best of them.',
  overOrders:
    'Each cell is one split N0/N1 of a budget N, expected over all orders of a run’s drafts and all choices of its refinements.',
};

const ALONE =
  'A gain is the split’s winner less that of N drafts alone, prompt by prompt, and so is its band; the last cell of a row is N drafts alone, which gain nothing.';

/** What every split of every budget up to N gives, for runs that have sampled several splits. Nothing without one. */
export function SplitMapPane({ group, runs, budget }: SplitsOfRuns) {
  const [reading, setReading] = useState<SplitReading>('inOrder');
  const [measure, setMeasure] = useState<SplitMeasure>('gain');
  const { names, name, setName } = useStrategy(runs, budget);
  const map = useMemo(
    () => splitMapOverPrompts({ runs, name: name ?? '', budget, reading, measure }),
    [runs, name, budget, reading, measure],
  );
  if (name === null || map.prompts === 0) return null;
  const provenance = provenanceOfSplits({ group, runs, budget, name, prompts: map.prompts });
  return (
    <Region
      name="Every split of every budget"
      aside={
        <>
          <ChoiceButtons label="Shown" value={measure} choices={MEASURES} onChange={setMeasure} />
          <ReadingChoice value={reading} onChange={setReading} />
        </>
      }
    >
      <StrategyField {...{ names, name }} onChange={setName} />
      <SplitHeatMap key={reading} {...{ name, map, measure, provenance }} />
      <Note>
        {NOTES[reading]} {measure === 'gain' && ALONE} {whatIsLeftOut(map)} {whatIsMissing(map)}
      </Note>
      {isBestPartlyLuck(map) && <Note>{luckInWords(map)}</Note>}
      <Folded summary="As a table" className={styles.folded}>
        <MapTable {...{ map, measure }} />
      </Folded>
    </Region>
  );
}

function whatIsLeftOut({ budgets: [first, second] }: SplitMap): string {
  const step = (second ?? 0) - (first ?? 0);
  return step > 1 ? `Budgets and N0 are shown in steps of ${String(step)}, down from N.` : '';
}

function whatIsMissing({ cells, prompts }: SplitMap): string {
  const missing = cells.filter(({ figure }) => figure === null).length;
  const over = `Over ${countOf(prompts, 'prompt')}.`;
  return missing === 0
    ? over
    : `${over} ${String(missing)} of ${String(cells.length)} cells are crossed: what they need isn’t sampled for all of them, or can’t be told. Over all orders that takes all N drafts and the rewards of the scorer that chose; and feedback that reads the worst response too is of one split alone.`;
}

function luckInWords(map: SplitMap): string {
  return `${String(comparedCells(map))} cells are compared over ${countOf(map.prompts, 'prompt')}: the best of so many is partly luck, and other prompts are likely to give it less. A split that is chosen here is to be tried on prompts that it wasn’t chosen by.`;
}

interface MapProps {
  readonly name: string;
  readonly map: SplitMap;
  readonly measure: SplitMeasure;
  /** Stands under the chart where it is saved. */
  readonly provenance: string;
}

function SplitHeatMap({ name, map, measure, provenance }: MapProps) {
  const { budgets, cells, prompts } = map;
  const { title, value, zero, format } = WORDS[measure];
  const drawn = useMemo(
    () =>
      cells.map((cell) => ({
        ...{ column: cell.drafts, row: cell.budget, value: cell.figure?.mean ?? null },
        name: `${name} ${splitOf(cell)}: ${
          cell.figure === null ? lacking(cell.sampled, prompts) : bandInWords(cell.figure, format)
        }`,
      })),
    [name, cells, prompts, format],
  );
  const columns = useMemo(() => [0, ...budgets], [budgets]);
  return (
    <HeatMap
      key={title}
      {...{ columns, rows: budgets, cells: drawn, zero, format, provenance }}
      label={`${title}: ${name}`}
      xTitle="N0, drafts"
      yTitle="N, drafts and refinements"
      valueTitle={value}
      table={() => ({
        columns: ['N', 'N0', 'N1', value, 'low', 'high', 'prompts'],
        rows: cells.map(({ budget, drafts, figure, sampled }) => [
          ...[budget, drafts, budget - drafts, figure?.mean ?? null],
          ...[figure?.interval?.low ?? null, figure?.interval?.high ?? null, sampled],
        ]),
      })}
    />
  );
}

function splitOf({ drafts, budget }: SplitCell): string {
  return `${String(drafts)}/${String(budget - drafts)}`;
}

function MapTable({ map: { cells, prompts }, measure }: Pick<MapProps, 'map' | 'measure'>) {
  const { value, format } = WORDS[measure];
  return (
    <DataTable label="Every split of every budget, as a table" limitsHeight>
      <thead>
        <tr>
          <th scope="col">N</th>
          <th scope="col">N0/N1</th>
          <th scope="col">{value}</th>
          <th scope="col">Band</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={`${String(cell.budget)} ${String(cell.drafts)}`}>
            <td>{cell.budget}</td>
            <th scope="row">{splitOf(cell)}</th>
            <td>
              {cell.figure === null ? lacking(cell.sampled, prompts) : format(cell.figure.mean)}
            </td>
            <td>{intervalInWords(cell.figure?.interval ?? null, format)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
