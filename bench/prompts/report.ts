import { plainTable } from '../overhead/plain-table.ts';
import { intervalOver, type Estimate } from './interval-over-prompts.ts';
import { CANDIDATES, type Candidate } from './candidates.ts';
import {
  SCORERS,
  type ArmResult,
  type Result,
  type Setting,
  type StudiedScorer,
} from './result-file.ts';
import { SEEDS_APART, wishesOf, type Half } from './wishes.ts';

/** What is told of a wish's arms, read by one of the scorers; null where there is nothing to tell. */
export type Figure = (
  arms: readonly ArmResult[],
  judge: StudiedScorer,
  chooser: StudiedScorer,
) => number | null;

/** Which refinements that read feedback are above their anchor. */
export const refinementsAbove: Figure = (arms, judge) => shareAbove(armOf(arms, 'prs'), judge);

export const prsOverPrand: Figure = difference('prs', 'prand');

const FIGURES: readonly (readonly [string, Figure])[] = [
  ['refinements above anchor', refinementsAbove],
  [
    'the same without feedback',
    (arms, judge) => shareAbove(armOf(arms, 'prs-without-feedback'), judge),
  ],
  ['mean draft of the anchors’', (arms, judge) => mean(drafts(armOf(arms, 'prs'), judge))],
  ['mean anchor', (arms, judge) => anchorOf(armOf(arms, 'prs'), judge)],
  ['mean refinement', (arms, judge) => mean(refinements(armOf(arms, 'prs'), judge))],
  [
    'the same without feedback',
    (arms, judge) => mean(refinements(armOf(arms, 'prs-without-feedback'), judge)),
  ],
  ['copies of the anchor', (arms) => copies(armOf(arms, 'prs'))],
  ['the same without feedback', (arms) => copies(armOf(arms, 'prs-without-feedback'))],
  ['best of 8: Rand', (arms, ...read) => winnerOf(armOf(arms, 'rand'), ...read)],
  ['best of 8: PRand', (arms, ...read) => winnerOf(armOf(arms, 'prand'), ...read)],
  ['best of 8: PRS 4/4', (arms, ...read) => winnerOf(armOf(arms, 'prs'), ...read)],
  [
    'best of 8: PRS without feedback',
    (arms, ...read) => winnerOf(armOf(arms, 'prs-without-feedback'), ...read),
  ],
  ['PRand − Rand', difference('prand', 'rand')],
  ['PRS − PRand', prsOverPrand],
  ['PRS without feedback − PRand', difference('prs-without-feedback', 'prand')],
];

/** The tables of a half, one for each candidate: means over wishes with 95 % intervals. */
export function reportOf({ half, chooser }: Setting, results: readonly Result[]): string {
  const tables = CANDIDATES.map((candidate) => {
    const rows = wholeSeeds(
      half,
      results.filter(
        (result) =>
          result.half === half &&
          result.chooser === chooser &&
          result.prompts === candidate.prompts &&
          result.sampling === candidate.sampling,
      ),
    );
    return rows.length === 0 ? null : tableOf(candidate, rows, chooser);
  });
  const title = `${half} half, anchors and winners chosen by the ${chooser}`;
  return [title, ...tables.filter((table) => table !== null)].join('\n\n');
}

/**
 * Without the results of further seeds that not all wishes have: which wishes those are depends on how long their texts took,
 * and so on what is measured.
 */
function wholeSeeds(half: Half, rows: readonly Result[]): readonly Result[] {
  const wishes = wishesOf(half).length;
  const which = ({ seed }: Result): number => Math.floor(seed / SEEDS_APART);
  return rows.filter(
    (row) =>
      which(row) === 0 || rows.filter((other) => which(other) === which(row)).length === wishes,
  );
}

function tableOf(
  { prompts, sampling }: Candidate,
  rows: readonly Result[],
  chooser: StudiedScorer,
): string {
  const told = (figure: Figure, judge: StudiedScorer): string =>
    shown(
      intervalOver(
        rows.map(({ promptId, arms }) => ({ promptId, value: figure(arms, judge, chooser) })),
      ),
    );
  const wishes = new Set(rows.map(({ promptId, place }) => `${promptId} ${String(place)}`)).size;
  const asked = new Set(rows.map(({ promptId }) => promptId)).size;
  const count = `${String(rows.length)} runs of ${String(wishes)} wishes of ${String(asked)} prompts`;
  const title = `${prompts}, ${sampling}: ${count}`;
  const body = FIGURES.map(([name, figure]) => [name, ...SCORERS.map((one) => told(figure, one))]);
  return `${title}\n\n${plainTable([['', ...SCORERS], ...body])}`;
}

function shown({ mean: value, low, high }: Estimate): string {
  if (Number.isNaN(value)) return '–';
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

function armOf(arms: readonly ArmResult[], kind: ArmResult['arm']): ArmResult {
  const found = arms.find(({ arm }) => arm === kind);
  if (found === undefined) throw new Error(`A result has no ${kind}.`);
  return found;
}

const isFigure = (reward: number | null): reward is number => reward !== null;

function drafts(arm: ArmResult, judge: StudiedScorer): readonly number[] {
  return arm[judge].slice(0, arm[judge].length / 2).filter(isFigure);
}

function refinements(arm: ArmResult, judge: StudiedScorer): readonly number[] {
  return arm[judge].slice(arm[judge].length / 2).filter(isFigure);
}

function anchorOf(arm: ArmResult, judge: StudiedScorer): number | null {
  return arm.anchor === null ? null : (arm[judge][arm.anchor] ?? null);
}

function shareAbove(arm: ArmResult, judge: StudiedScorer): number | null {
  const anchor = anchorOf(arm, judge);
  return anchor === null
    ? null
    : mean(refinements(arm, judge).map((reward) => (reward > anchor ? 1 : 0)));
}

function copies(arm: ArmResult): number {
  return arm.copies / (arm.blend.length / 2);
}

/** What the scorer that chooses would hand over, as either of them reads it. */
function winnerOf(arm: ArmResult, judge: StudiedScorer, chooser: StudiedScorer): number | null {
  const most = Math.max(...arm[chooser].filter(isFigure));
  return arm[judge][arm[chooser].indexOf(most)] ?? null;
}

function difference(one: ArmResult['arm'], other: ArmResult['arm']): Figure {
  return (arms, ...read) => {
    const first = winnerOf(armOf(arms, one), ...read);
    const second = winnerOf(armOf(arms, other), ...read);
    return first === null || second === null ? null : first - second;
  };
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
