import { useMemo, useState } from 'react';
import type { SplitOverPrompts, SplitReading } from '../../studies/index.ts';
import { countOf, DataTable, Folded, formatReward, Note, Region } from '../../ui/index.ts';
import { BandChart } from '../../viz/finding-charts.ts';
import { bandInWords, intervalInWords } from './band-in-words.ts';
import {
  provenanceOfSplits,
  ReadingChoice,
  type SplitsOfRuns,
  StrategyField,
  useStrategy,
} from './split-choices.tsx';
import styles from './studies.module.css';
import { useWorked } from './use-worked.ts';
import { WorkingLine } from './working-line.tsx';

const NOTES: Readonly<Record<SplitReading, string>> = {
  inOrder:
    'Of each run the first N0 drafts, the best of them as the anchor, and its first N1 refinements.',
  overOrders:
    'Of each run the expected winner over all orders of its drafts. That asks for refinements of every draft that may be an anchor, and most runs have those of the anchors of one order alone.',
};

const BANDS =
  'Each band is of one split alone. On the same prompts splits differ by less than that: the report holds each against the highest, the map of splits against N drafts alone, both prompt by prompt.';

/** The winner's reward against N0, for runs that have sampled several splits. Nothing without one. */
export function SplitsPane({ group, runs, budget }: SplitsOfRuns) {
  const [reading, setReading] = useState<SplitReading>('inOrder');
  const { names, name, setName } = useStrategy(runs, budget);
  const wish = useMemo(() => {
    const about = { group, runs, budget, name: name ?? '', reading };
    return { asked: { ...about, runs: name === null ? [] : runs }, about };
  }, [group, runs, name, budget, reading]);
  const { shown, isWorking, problem } = useWorked('splits', wish);
  if (name === null) return null;
  return (
    <Region
      name="Reward against the split"
      aside={<ReadingChoice value={reading} onChange={setReading} />}
    >
      <StrategyField {...{ names, name }} onChange={setName} />
      {shown !== null && <Splits {...shown.about} {...shown.made} />}
      <WorkingLine {...{ isWorking, problem }} />
    </Region>
  );
}

interface ReadSplitsProps extends SplitsOfRuns {
  readonly name: string;
  readonly prompts: number;
  readonly splits: readonly SplitOverPrompts[];
  readonly reading: SplitReading;
}

function Splits({ group, runs, budget, name, prompts, splits, reading }: ReadSplitsProps) {
  const provenance = provenanceOfSplits({ group, runs, budget, name, prompts });
  return (
    <>
      <SplitsChart {...{ name, budget, prompts, splits, provenance }} />
      <Note>
        {NOTES[reading]} {BANDS} {whatIsMissing(splits, prompts)}
      </Note>
      <Folded summary="As a table" className={styles.folded}>
        <SplitsTable {...{ budget, prompts, splits }} />
      </Folded>
    </>
  );
}

function whatIsMissing(splits: readonly SplitOverPrompts[], prompts: number): string {
  const missing = splits.filter(({ reward }) => reward === null).length;
  const over = `Over ${countOf(prompts, 'prompt')}.`;
  return missing === 0
    ? over
    : `${over} ${String(missing)} of ${String(splits.length)} splits aren’t sampled for all of them and have no value: they are marked on the axis.`;
}

interface SplitsProps {
  readonly budget: number;
  readonly prompts: number;
  readonly splits: readonly SplitOverPrompts[];
}

interface SplitsChartProps extends SplitsProps {
  readonly name: string;
  /** Stands under the chart where it is saved. */
  readonly provenance: string;
}

function SplitsChart({ name, budget, prompts, splits, provenance }: SplitsChartProps) {
  const points = splits.map(({ drafts, reward, sampled }) => {
    const split = `${name} ${String(drafts)}/${String(budget - drafts)}`;
    return reward === null
      ? { x: drafts, mean: null, interval: null, name: `${split}: ${lacking(sampled, prompts)}` }
      : { x: drafts, ...reward, name: `${split}: ${bandInWords(reward)}` };
  });
  return (
    <BandChart
      curves={[{ id: name, label: `${name} N0/N1`, points }]}
      label={`Mean reward of the winner over prompts against N0, of N = ${String(budget)}`}
      xTitle={`N0, drafts of N = ${String(budget)}`}
      yTitle="mean reward of the winner over prompts"
      provenance={provenance}
    />
  );
}

/** Why a split has no figure. */
export function lacking(sampled: number, prompts: number): string {
  return `sampled for ${String(sampled)} of ${String(prompts)} prompts`;
}

function SplitsTable({ budget, prompts, splits }: SplitsProps) {
  return (
    <DataTable label="Reward against the split, as a table" limitsHeight>
      <thead>
        <tr>
          <th scope="col">N0/N1</th>
          <th scope="col">Winner’s reward</th>
          <th scope="col">Band</th>
        </tr>
      </thead>
      <tbody>
        {splits.map(({ drafts, reward, sampled }) => (
          <tr key={drafts}>
            <th scope="row">
              {drafts}/{budget - drafts}
            </th>
            <td>{reward === null ? lacking(sampled, prompts) : formatReward(reward.mean)}</td>
            <td>{intervalInWords(reward?.interval ?? null)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
