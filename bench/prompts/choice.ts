import { plainTable } from '../overhead/plain-table.ts';
import { CANDIDATES, type Candidate } from './candidates.ts';
import { intervalOver } from './interval-over-prompts.ts';
import { prsOverPrand, refinementsAbove } from './report.ts';
import type { Result } from './result-file.ts';
import { SEEDS_APART } from './wishes.ts';

/** Candidates whose means are no further apart than this are told apart by the second figure. */
const TIE = 0.02;

/** What a candidate is chosen by: read on the wishes and seeds that all compared candidates have. */
export interface Standing {
  readonly candidate: Candidate;
  readonly rows: number;
  /** Mean PRS − PRand, the page's scorer choosing winners and the rubric reading them. */
  readonly byRubric: number;
  /** The same read by the page's scorer: not to be below 0. */
  readonly byBlend: number;
  /** Share of the refinements that the page's scorer puts above their anchor. */
  readonly above: number;
}

/**
 * The rule of the study, written before the held-out half was read. Anchors and winners are chosen by the page's scorer. Of the
 * candidates with which it sees PRS at PRand or above, the one wins for which the scorer that did not choose, the rubric, reads
 * the greatest mean PRS − PRand; within 0.02 of that, the one with more refinements above their anchor by the page's scorer.
 *
 * Every candidate is sampled with a first seed; the three that lead then, the chat and what was shipped with further ones. Where
 * there are results with further ones, only those candidates are compared, with all their seeds.
 *
 * @returns the winner first
 */
export function rankCandidates(results: readonly Result[]): readonly Standing[] {
  const asked = results.filter(
    ({ half, chooser, sampling }) =>
      half === 'tuning' && chooser === 'blend' && sampling === 'presence-0',
  );
  const compared = comparedIn(asked);
  const rows = commonRows(asked, compared);
  const standings = compared
    .map((candidate) => standingOf(candidate, rows))
    .toSorted((one, other) => other.byRubric - one.byRubric);
  const allowed = standings.filter(({ byBlend }) => byBlend >= 0);
  const most = allowed[0]?.byRubric ?? Number.NaN;
  const [winner] = allowed
    .filter(({ byRubric }) => byRubric >= most - TIE)
    .toSorted((one, other) => other.above - one.above);
  return winner === undefined
    ? standings
    : [winner, ...standings.filter((standing) => standing !== winner)];
}

/** The ranking as a table. */
export function choiceFrom(results: readonly Result[]): string {
  const standings = rankCandidates(results).map(({ candidate, rows, ...figures }) => [
    candidate.prompts,
    String(rows),
    ...[figures.byRubric, figures.byBlend, figures.above].map((figure) => figure.toFixed(3)),
  ]);
  const head = ['chosen first', 'rows', 'PRS − PRand, rubric', 'the same, blend', 'above, blend'];
  return plainTable([head, ...standings]);
}

function comparedIn(results: readonly Result[]): readonly Candidate[] {
  const isFurther = ({ seed }: Result): boolean => seed >= SEEDS_APART;
  const further = results.filter(isFurther);
  const compared = further.length > 0 ? further : results;
  return CANDIDATES.filter(
    ({ prompts, sampling }) =>
      sampling === 'presence-0' && compared.some((result) => result.prompts === prompts),
  );
}

/** Rows of wishes and seeds that all of the candidates have. */
function commonRows(
  results: readonly Result[],
  candidates: readonly Candidate[],
): readonly Result[] {
  const drawOf = ({ promptId, place, seed }: Result): string =>
    [promptId, place, seed].map(String).join(' ');
  const sampled = new Set(results.map((result) => `${result.prompts} ${drawOf(result)}`));
  return results.filter((result) =>
    candidates.every(({ prompts }) => sampled.has(`${prompts} ${drawOf(result)}`)),
  );
}

function standingOf(candidate: Candidate, results: readonly Result[]): Standing {
  const rows = results.filter(({ prompts }) => prompts === candidate.prompts);
  const meanOf = (figure: (result: Result) => number | null): number =>
    intervalOver(rows.map((row) => ({ promptId: row.promptId, value: figure(row) }))).mean;
  return {
    candidate,
    rows: rows.length,
    byRubric: meanOf(({ arms }) => prsOverPrand(arms, 'rubric', 'blend')),
    byBlend: meanOf(({ arms }) => prsOverPrand(arms, 'blend', 'blend')),
    above: meanOf(({ arms }) => refinementsAbove(arms, 'blend', 'blend')),
  };
}
