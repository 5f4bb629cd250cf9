import { type ReactNode, useState } from 'react';
import { favouredByConstruction } from '../../rewards/index.ts';
import {
  caveatsOf,
  type CurvePoint,
  type Finding,
  type NamedGroup,
  type RunFacts,
} from '../../studies/index.ts';
import {
  ChoiceButtons,
  countOf,
  Folded,
  formatCount,
  formatGain,
  formatReward,
  Note,
  Region,
} from '../../ui/index.ts';
import { BandChart, IntervalChart } from '../../viz/finding-charts.ts';
import { bandInWords, differenceInWords } from './band-in-words.ts';
import { provenanceOf } from './provenance.ts';
import { SplitMapPane } from './split-map-pane.tsx';
import { SplitsPane } from './splits-pane.tsx';
import { ArmTable, CurveTable, DuelTable } from './finding-tables.tsx';
import styles from './studies.module.css';

export interface FindingPaneProps {
  readonly finding: Finding;
  readonly group: NamedGroup;
  /** Of the group. */
  readonly runs: readonly RunFacts[];
  /** N */
  readonly budget: number;
  readonly areChosen: boolean;
}

/** The finding: what it rests on, its figures as pictures with the tables behind, and why it says less than it seems to. */
export function FindingPane({ finding, group, budget, runs, areChosen }: FindingPaneProps) {
  const caveats = caveatsOf({ finding, group, areChosen, favouredBy: favouredByConstruction });
  const provenance = provenanceOf({ ...finding, group, begun: withArms(runs, finding) });
  return (
    <div className={styles.finding}>
      <Region name={`Winners at N = ${String(budget)}`}>
        <Note>
          {restsOn(finding)} {whoReports(group)}
        </Note>
        <IntervalChart
          rows={finding.arms.map(({ label, reward }) => ({
            ...{ id: label, label, ...reward },
            figures: bandInWords(reward),
          }))}
          label="Mean reward of each arm’s winner over prompts"
          title={`mean reward of the winner${group.reporter === null ? ' (proxy)' : ''}, 95 % band`}
          reference={null}
          format={formatReward}
          provenance={provenance}
        />
        <ArmTable finding={finding} />
        <Note>{atEqualTokens(finding)}</Note>
      </Region>
      {finding.duels.length > 0 && <HeadToHeadPane {...{ finding, provenance }} />}
      <CurvesPane {...{ finding, provenance }} />
      <SplitsPane {...{ group, runs, budget }} />
      <SplitMapPane {...{ group, runs, budget }} />
      <Region name="What to keep in mind">
        <ul className={styles.caveats}>
          {caveats.map(({ id, sentence }) => (
            <li key={id} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
      </Region>
    </div>
  );
}

/** The runs that have every arm of the finding. */
function withArms(runs: readonly RunFacts[], { arms }: Finding): readonly RunFacts[] {
  return runs.filter((run) => arms.every((arm) => run.arms.some((its) => its.label === arm.label)));
}

function restsOn({ prompts, runs }: Finding): string {
  return `Over ${countOf(prompts, 'prompt')}, ${countOf(runs, 'run')}.`;
}

/** The scorer that chose is never the one that reports without being called a proxy. */
function whoReports({ scorer, reporter }: NamedGroup): string {
  return reporter === null
    ? `Proxy: ${scorer} chose the winners and reports them.`
    : `${scorer} chose the winners, ${reporter} reports them.`;
}

function atEqualTokens({ equalTokens }: Finding): string {
  const tokens = formatCount(Math.round(equalTokens ?? 0));
  return `Bands hold 95 % of a bootstrap over prompts. At equal tokens: the best within what the cheapest of these arms takes in each run, ${tokens} tokens on average.`;
}

const TRIALS =
  'A prompt is one trial, won by the arm with the higher mean over its runs; the very same reward is a tie and counts half. 95 % of the share: Wilson’s interval. Of the difference: a bootstrap over prompts.';

interface ChartsProps {
  readonly finding: Finding;
  /** Stands under the charts where they are saved. */
  readonly provenance: string;
}

function HeadToHeadPane({ finding: { duels }, provenance }: ChartsProps) {
  return (
    <Region name="Head to head">
      <IntervalChart
        rows={duels.map(({ first, second, difference }) => ({
          ...{ id: `${first} ${second}`, label: `${first} less ${second}`, ...difference },
          figures: differenceInWords(difference),
        }))}
        label="Difference of the winners’ rewards, each pair of arms over prompts"
        title="mean difference of reward, 95 % band"
        reference={0}
        format={formatGain}
        provenance={provenance}
      />
      <DuelTable duels={duels} />
      <Note>{TRIALS}</Note>
    </Region>
  );
}

const UNITS = [
  { value: 'responses', name: 'Responses', title: 'Of the budget N; feedback is free' },
  { value: 'tokens', name: 'Tokens', title: 'Read anew or written, feedback’s too' },
] as const;

type CurveUnit = (typeof UNITS)[number]['value'];

const X_TITLES: Readonly<Record<CurveUnit, string>> = {
  responses: 'responses',
  tokens: 'tokens read anew or written',
};

/** The best reward against what was spent, with the figures behind. */
function CurvesPane({ finding: { arms }, provenance }: ChartsProps) {
  const [unit, setUnit] = useState<CurveUnit>('responses');
  const curves = arms.map(({ label, byResponses, byTokens }) => ({
    ...{ id: label, label },
    points: (unit === 'responses' ? byResponses : byTokens).map((point) => ({
      ...point,
      name: `${label}: ${bandInWords(point)} after ${formatCount(point.x)} ${unit}`,
    })),
  }));
  return (
    <Region
      name="Reward against budget"
      aside={<ChoiceButtons label="Measured by" value={unit} choices={UNITS} onChange={setUnit} />}
    >
      <BandChart
        key={unit}
        curves={curves}
        label={`Mean best reward over prompts against ${X_TITLES[unit]}`}
        xTitle={X_TITLES[unit]}
        yTitle="mean best reward over prompts"
        provenance={provenance}
      />
      {unit === 'responses' ? <HowRead arms={arms} /> : <Note>{BY_TOKENS}</Note>}
      <Folded summary="As a table" className={styles.folded}>
        <CurveTable unit={unit} curves={arms.map((arm) => curveOf(arm, unit))} />
      </Folded>
    </Region>
  );
}

const BY_TOKENS =
  'The best reward so far in the order sampled, from where every run has one. An arm that has ended keeps its winner.';

/** How a budget below N is read: of drafts alone exactly, of others by one order. */
function HowRead({ arms }: Pick<Finding, 'arms'>): ReactNode {
  const namesOf = (alone: boolean): string =>
    arms.flatMap(({ label, isDraftsAlone }) => (isDraftsAlone === alone ? [label] : [])).join(', ');
  const [drafts, others] = [namesOf(true), namesOf(false)];
  return (
    <Note>
      {drafts !== '' && `${drafts}: the best of k drafts, over all ways to draw k of the N. `}
      {others !== '' &&
        `${others}: the best so far in the order sampled, since refinements need their anchor; a smaller N may be split anew.`}
    </Note>
  );
}

function curveOf(
  { label, byResponses, byTokens }: Finding['arms'][number],
  unit: CurveUnit,
): { readonly label: string; readonly points: readonly CurvePoint[] } {
  return { label, points: unit === 'responses' ? byResponses : byTokens };
}
