import type { PromptTemplates } from '../../src/core/index.ts';
import { plainTable } from '../overhead/plain-table.ts';
import { CANDIDATES, PROMPTS, type Candidate } from './candidates.ts';
import { intervalOver } from './interval-over-prompts.ts';
import { prsOverPrand, refinementsAbove } from './report.ts';
import type { Result } from './result-file.ts';

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
 * The rule of the study. Anchors and winners are chosen by the page's scorer. Of the candidates with which it sees PRS at PRand
 * or above, the one wins for which the scorer that did not choose, the rubric, reads the greatest mean PRS − PRand; within 0.02
 * of that, the one with more refinements above their anchor by the page's scorer. That was written before anything was sampled;
 * what was added after (docs/decisions/2026-11-26-prompts-by-model.md): refinements are to read question, wish, anchor and
 * feedback, as the method has it, and candidates are compared on the wishes and seeds that all of them have.
 *
 * @returns the winner first
 */
export function rankCandidates(results: readonly Result[]): readonly Standing[] {
  const asked = results.filter(
    ({ half, chooser, sampling }) =>
      half === 'tuning' && chooser === 'blend' && sampling === 'presence-0',
  );
  const compared = CANDIDATES.filter(
    ({ prompts, sampling }) =>
      sampling === 'presence-0' && asked.some((result) => result.prompts === prompts),
  );
  const rows = commonRows(asked, compared);
  const standings = compared
    .map((candidate) => standingOf(candidate, rows))
    .toSorted((one, other) => other.byRubric - one.byRubric);
  const allowed = standings.filter(({ candidate, byBlend }) => readsAll(candidate) && byBlend >= 0);
  const most = allowed[0]?.byRubric ?? Number.NaN;
  const [winner] = allowed
    .filter(({ byRubric }) => byRubric >= most - TIE)
    .toSorted((one, other) => other.above - one.above);
  return winner === undefined
    ? standings
    : [winner, ...standings.filter((standing) => standing !== winner)];
}

/** What a refinement is conditioned on; in a chat it has it all from the turns before. */
function readsAll({ prompts }: Candidate): boolean {
  const { layout, refinement }: PromptTemplates = PROMPTS[prompts];
  const given = ['{prompt}', '{preference}', '{response}', '{feedback}'];
  return layout !== 'one-turn' || given.every((placeholder) => refinement.includes(placeholder));
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
