import type { RewardModelDescription } from '../../core/index.ts';
import { ReportData, type ReportParts } from './report-data.ts';
import { type ReportFile, reportFiles } from './report.ts';
import type { ScorerTrust, TrustOf } from './set-up-facts.ts';

/** What a report is made of, as plain values that another thread can be sent. */
export interface ReportAsked extends ReportParts {
  readonly question: string;
  /** Arm that the others are held against; null for PRand where it is among them, else the first. */
  readonly baseline: string | null;
  readonly areChosen: boolean;
  /** What prompts of a known set ask for. */
  readonly kinds: readonly (readonly [prompt: string, kind: string])[];
  /** What is known of each scorer of the runs. */
  readonly scorers: readonly ScorerFacts[];
}

/** What is known of a scorer of that version with those settings. */
export interface ScorerFacts extends Pick<RewardModelDescription, 'id' | 'version' | 'settings'> {
  readonly trust: readonly ScorerTrust[];
  /** What it favours by construction; null where nothing is known of. */
  readonly favoured: string | null;
}

/** Where what is said of prompts and scorers is looked up. */
export interface ReportLookups {
  readonly kindOf: (prompt: string) => string | null;
  readonly trustOf: TrustOf;
  readonly favouredBy: (scorerId: string) => string | null;
}

/** What a report on these runs looks up, looked up before. */
export function lookedUp(
  data: ReportData,
  { kindOf, trustOf, favouredBy }: ReportLookups,
): Pick<ReportAsked, 'kinds' | 'scorers'> {
  const prompts = new Set(data.readings.map(({ prompt }) => prompt.trim()));
  const scorers = new Map(
    data.scorers.map((scorer) => {
      const { id, version, settings } = scorer;
      const known = { trust: trustOf(scorer), favoured: favouredBy(id) };
      return [keyOf(scorer), { id, version, settings, ...known }];
    }),
  );
  const kinds = [...prompts].flatMap((prompt) => {
    const kind = kindOf(prompt);
    return kind === null ? [] : [[prompt, kind] as const];
  });
  return { kinds, scorers: [...scorers.values()] };
}

/** The files of a report whose look-ups were made before. */
export function makeReport({ kinds, scorers, ...asked }: ReportAsked): readonly ReportFile[] {
  const kindsByPrompt = new Map(kinds);
  const trust = new Map(scorers.map((scorer) => [keyOf(scorer), scorer.trust]));
  const favoured = new Map(scorers.map((scorer) => [scorer.id, scorer.favoured]));
  const { question, baseline, areChosen } = asked;
  return reportFiles({
    ...{ question, baseline, areChosen, data: new ReportData(asked) },
    kindOf: (prompt) => kindsByPrompt.get(prompt) ?? null,
    trustOf: (scorer) => trust.get(keyOf(scorer)) ?? [],
    favouredBy: (id) => favoured.get(id) ?? null,
  });
}

/** Of a scorer; two blends of one version may have parts that differ. */
function keyOf({ id, version, settings }: Omit<ScorerFacts, 'trust' | 'favoured'>): string {
  return JSON.stringify([id, version, settings]);
}
