import { type RefObject, useRef } from 'react';
import {
  type Arm,
  type ArmKind,
  armLabel,
  type NamedSplit,
  type Split,
} from '../../../core/index.ts';
import type { SplitOfRun, SplitsOfRun } from '../../../runs/index.ts';
import { Button, DataTable, Folded, formatReward, formatSeconds, Note } from '../../../ui/index.ts';
import { PLOT_EDGE, SplitChart, type SplitChartProps } from '../../../viz/split-charts.ts';
import { useSplitKeys } from '../use-split-keys.ts';
import styles from './split-panel.module.css';

export interface SplitPanelProps {
  readonly splits: SplitsOfRun;
  /** Texts that the arms shown lack. */
  readonly missing: number;
  /** Said before them where they may be fewer; else empty. */
  readonly upTo: string;
  /** Whether what the run lacks is being sampled. */
  readonly busy: boolean;
  /** Whether the run is being told again: its end isn't shown before it is reached. */
  readonly isTold: boolean;
  /** Whether other splits can be shown now; what a run was planned with is watched first. */
  readonly canPlay: boolean;
  /** Whether anything can be sampled in this run now. */
  readonly canSample: boolean;
  readonly named: readonly NamedSplit[];
  /** The divider was moved: N0 is to be that, in as many layers as before. */
  readonly onDrafts: (drafts: number) => void;
  readonly onPlay: (split: Split) => void;
  readonly onSampleMissing: () => void;
  /** Samples anew what is set up, in a run of the person's own; null where nothing can be, or what is missing can be sampled alone. */
  readonly onRun: (() => void) | null;
  readonly onSampleEvery: () => void;
  readonly onStop: () => void;
}

/** Plays the split of a run: what was drawn is shown at once, what wasn't can be sampled, and each split's winner is drawn. */
export function SplitPanel(props: SplitPanelProps) {
  const { splits, onDrafts, onPlay } = props;
  const { shown, budget } = splits;
  const slider = useRef<HTMLInputElement | null>(null);
  const { points, references } = chartOf(props);
  useSplitKeys(props.canPlay ? shown : null, onDrafts);
  return (
    <div className={styles.panel} role="group" aria-label="Split">
      <NamedSplits {...props} />
      <div className={styles.plot}>
        <Ribbon
          ref={slider}
          split={shown}
          words={props.isTold ? armLabel(shownArm(splits)) : wordsOfShown(splits)}
          disabled={!props.canPlay}
          onDrafts={onDrafts}
        />
        <SplitChart
          {...{ points, references }}
          shown={shown.length === 2 ? (shown[0] ?? null) : null}
          label={`The winner’s reward by how the ${String(budget)} responses are split`}
          onPlay={(drafts) => {
            if (props.canPlay) onPlay([drafts, budget - drafts]);
          }}
        />
      </div>
      <div className={styles.words}>
        <Sampling {...props} slider={slider} />
        <Folded summary="As a table" className={styles.table}>
          <SplitTable splits={splits} />
        </Folded>
      </div>
    </div>
  );
}

/** While a run is told again, its splits without what they come to. */
function chartOf({
  splits,
  isTold,
}: SplitPanelProps): Pick<SplitChartProps, 'points' | 'references'> {
  const { kind, budget } = splits;
  return {
    points: splits.splits.map((split) => ({
      drafts: split.drafts,
      reward: isTold ? null : (split.winner?.reward ?? null),
      name: isTold ? labelOf(kind, split.drafts, budget) : wordsOf(split, splits),
    })),
    references: isTold ? [] : splits.references,
  };
}

interface RibbonProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly split: Split;
  readonly words: string;
  readonly disabled: boolean;
  readonly onDrafts: (drafts: number) => void;
}

/** More responses than this are drawn as bars: their squares would be narrower than their edges. */
const MOST_SQUARES = 32;

/** A square for each response, drafts filled, and one divider that turns drafts into refinements. */
function Ribbon({ ref, split, words, disabled, onDrafts }: RibbonProps) {
  const budget = budgetOf(split);
  const squares = split.flatMap((count, part) => Array.from({ length: count }, () => part));
  return (
    <div
      className={styles.ribbon}
      style={{ marginInlineStart: PLOT_EDGE.left, marginInlineEnd: PLOT_EDGE.right }}
    >
      <div
        className={styles.squares}
        data-bars={budget > MOST_SQUARES}
        style={{ gridTemplateColumns: `repeat(${String(budget)}, 1fr)` }}
        aria-hidden="true"
      >
        {squares.map((part, place) => (
          <i key={place} data-part={part === 0 ? 'drafts' : part % 2 === 1 ? 'odd' : 'even'} />
        ))}
      </div>
      <input
        ref={ref}
        className={styles.divider}
        type="range"
        disabled={disabled}
        aria-label="Drafts"
        aria-valuetext={words}
        min={0}
        max={budget}
        step={1}
        value={split[0] ?? 0}
        onChange={(event) => {
          onDrafts(event.target.valueAsNumber);
        }}
      />
    </div>
  );
}

function NamedSplits({ splits, named, canPlay, onPlay }: SplitPanelProps) {
  const { shown } = splits;
  return (
    <div className={styles.named}>
      <b className={styles.name}>{armLabel(shownArm(splits))}</b>
      {named.map(({ name, summary, split }) => (
        <Button
          key={name}
          look="small"
          disabled={!canPlay}
          title={summary}
          aria-pressed={split.join('/') === shown.join('/')}
          onClick={() => {
            onPlay(split);
          }}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

interface SamplingProps extends SplitPanelProps {
  readonly slider: RefObject<HTMLInputElement | null>;
}

/** What isn't sampled, what that takes, and the buttons that do it. The ribbon gets their focus: they go when pressed. */
function Sampling(props: SamplingProps) {
  const { splits, missing, busy, canSample, onRun, slider } = props;
  const { texts, isWhole } = splits.lack;
  const pressed = (act: () => void) => () => {
    slider.current?.focus();
    act();
  };
  return (
    <>
      <Note>{sampledSentence(props)}</Note>
      <div className={styles.buttons}>
        {busy && (
          <Button look="small" onClick={pressed(props.onStop)}>
            Stop sampling
          </Button>
        )}
        {onRun !== null && missing > 0 && (
          <Button look="primary" onClick={pressed(onRun)}>
            Run this split
          </Button>
        )}
        {canSample && missing > 0 && (
          <Button look="primary" onClick={pressed(props.onSampleMissing)}>
            Sample what is missing ({props.upTo}
            {textsOf(missing)})
          </Button>
        )}
        {canSample && texts > 0 && (
          <Button look="small" onClick={pressed(props.onSampleEvery)}>
            Sample every split ({isWhole ? '' : 'at least '}
            {textsOf(texts)})
          </Button>
        )}
      </div>
    </>
  );
}

/** What is shown, where it is none of those by more layers than two. */
function ownName(shown: Split): string {
  return shown.length > 2
    ? `${shown.join('/')}, which is shown, is none of them and`
    : 'What is shown';
}

function sampledSentence(props: SplitPanelProps): string {
  const { splits, missing, upTo, canPlay, canSample, isTold } = props;
  if (isTold) return 'Rewards come at the end.';
  if (!canPlay) return 'Other splits can be played when this run has finished.';
  const done = splits.splits.filter((split) => split.missing === 0).length;
  const all = `${String(done)} of ${String(splits.splits.length)} splits N0/N1 are sampled.`;
  if (missing > 0 && !canSample) {
    return `${all} ${ownName(splits.shown)} lacks ${textsOf(missing)}: this run was recorded without. Run this split to see it, or press a dot in the chart to see one that is sampled.`;
  }
  const { lack, secondsForText: pace } = splits;
  if (pace === null) return all;
  const takes = (texts: number): string => `about ${formatSeconds(texts * pace)}`;
  return [
    all,
    ...(missing > 0 ? [`What is missing here takes ${upTo}${takes(missing)}.`] : []),
    ...(lack.texts > 0 ? [`Every split takes ${takes(lack.texts)}.`] : []),
  ].join(' ');
}

function SplitTable({ splits }: { readonly splits: SplitsOfRun }) {
  return (
    <DataTable label="Splits" limitsHeight>
      <thead>
        <tr>
          <th scope="col">N0/N1</th>
          <th scope="col">Winner’s reward</th>
          <th scope="col">Winner</th>
          <th scope="col">Texts missing</th>
        </tr>
      </thead>
      <tbody>
        {splits.splits.map(({ drafts, missing, winner }) => (
          <tr key={drafts}>
            <th scope="row">
              {drafts}/{splits.budget - drafts}
            </th>
            <td>{winner === null ? '–' : formatReward(winner.reward)}</td>
            <td>{winner?.name ?? '–'}</td>
            <td>{missing}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** "PRS 3/5: 1.84, Refinement 2 wins". */
function wordsOf({ drafts, missing, winner }: SplitOfRun, { kind, budget }: SplitsOfRun): string {
  const label = labelOf(kind, drafts, budget);
  if (winner !== null) return `${label}: ${formatReward(winner.reward)}, ${winner.name} wins`;
  return missing === 0 ? `${label}: no winner` : `${label}: ${textsOf(missing)} not sampled`;
}

function labelOf(kind: ArmKind, drafts: number, budget: number): string {
  return armLabel({ id: kind, kind, split: [drafts, budget - drafts] });
}

function wordsOfShown(splits: SplitsOfRun): string {
  const { shown } = splits;
  const known = shown.length === 2 ? splits.splits[shown[0] ?? 0] : undefined;
  return known === undefined ? armLabel(shownArm(splits)) : wordsOf(known, splits);
}

function shownArm({ kind, shown }: SplitsOfRun): Arm {
  return { id: kind, kind, split: shown };
}

function textsOf(count: number): string {
  return `${String(count)} ${count === 1 ? 'text' : 'texts'}`;
}

function budgetOf(split: Split): number {
  return split.reduce((total, part) => total + part, 0);
}
