import type { Finding } from './finding.ts';
import type { RunGroup } from './run-group.ts';

/** What is known of a finding beside its figures. */
export interface CaveatFacts {
  readonly finding: Finding;
  readonly group: RunGroup;
  /** Whether its runs were chosen for what came of them. */
  readonly areChosen: boolean;
  readonly favouredBy: FavouredBy;
}

/** What the scorer of an id favours by construction, a sentence; null where nothing is known of. */
export type FavouredBy = (scorerId: string) => string | null;

/** Why a finding says less than it seems to. */
export interface Caveat {
  readonly id: string;
  /** For people. */
  readonly sentence: string;
}

interface CaveatRule {
  readonly id: string;
  /** Null where there is nothing to say. */
  readonly say: (facts: CaveatFacts) => string | null;
}

/** Below it a bootstrap's band is too narrow: see `bandOverPrompts`. */
const FEW_PROMPTS = 10;

/** Arms whose tokens differ by less are as good as equal. */
const UNEQUAL_TOKENS = 1.05;

/** A reward so many interquartile ranges above the upper quartile leads a mean. */
const HEAVY_TAIL = 10;

const RULES: readonly CaveatRule[] = [
  {
    id: 'chosen',
    say: ({ areChosen }) =>
      areChosen
        ? 'These runs were chosen, each since it makes its point most clearly: they are no sample of prompts, so no figure here holds for others.'
        : null,
  },
  {
    id: 'few-prompts',
    say: ({ finding: { prompts } }) => {
      if (prompts === 1) return 'One prompt says nothing of others: there is no band.';
      if (prompts >= FEW_PROMPTS) return null;
      return `${String(prompts)} prompts say little of others, and of fewer than ${String(FEW_PROMPTS)} the bands are too narrow.`;
    },
  },
  {
    id: 'proxy',
    say: ({ group: { scorer, reporter } }) =>
      reporter === null
        ? `${scorer} chose the winners and also reports them: its reward is a proxy. What is higher by it need not be better to people.`
        : null,
  },
  {
    id: 'second-scorer',
    say: ({ group: { scorer, reporter } }) =>
      reporter === null
        ? null
        : `${scorer} chose the winners and ${reporter}, which had no say in that, reports them. What both take for good need not be better to people.`,
  },
  {
    id: 'favoured-by-construction',
    say: ({ group: { reporterId }, favouredBy }) =>
      reporterId === null ? null : favouredBy(reporterId),
  },
  {
    id: 'heavy-tail',
    say: ({ finding: { spread } }) => {
      if (spread === null) return null;
      const { largest, lowerQuartile, upperQuartile } = spread;
      const isHeavy = largest - upperQuartile > HEAVY_TAIL * (upperQuartile - lowerQuartile);
      return isHeavy && upperQuartile > lowerQuartile
        ? `The largest reward is ${rewardInWords(largest)}, while half of them lie between ${rewardInWords(lowerQuartile)} and ${rewardInWords(upperQuartile)}: few texts lead the means, so shares say more than means.`
        : null;
    },
  },
  {
    id: 'unequal-tokens',
    say: ({ finding: { arms } }) => {
      const [cheapest, ...dearer] = arms.toSorted((one, other) => one.tokens - other.tokens);
      const dearest = dearer.at(-1);
      if (cheapest === undefined || dearest === undefined) return null;
      const times = dearest.tokens / cheapest.tokens;
      return times > UNEQUAL_TOKENS
        ? `At equal N, ${dearest.label} takes ${times.toFixed(1)} times the tokens of ${cheapest.label}: compare them at equal tokens too.`
        : null;
    },
  },
  {
    id: 'one-model',
    say: ({ group: { model } }) => `One model, ${model}: of others nothing is known from this.`,
  },
  {
    id: 'scales-of-prompts',
    say: ({ finding: { prompts } }) =>
      prompts > 1
        ? 'Rewards compare within one prompt: prompts whose rewards lie far apart lead the means, and count as one each head to head.'
        : null,
  },
  {
    id: 'several-runs-of-a-prompt',
    say: ({ finding: { prompts, runs, preferences } }) =>
      runs > prompts
        ? `${String(runs)} runs of ${String(prompts)} ${prompts === 1 ? 'prompt' : 'prompts'}: runs of one prompt, with other seeds or other of the ${String(preferences)} ${preferences === 1 ? 'preference' : 'preferences'}, count as one, by their mean.`
        : null,
  },
  {
    id: 'copies',
    say: ({ finding: { copies } }) =>
      copies > 0
        ? `${countOf(copies, 'run repeats', 'runs repeat')} another word for word and ${copies === 1 ? 'is' : 'are'} not counted.`
        : null,
  },
  {
    id: 'lacking',
    say: ({ finding: { lacking } }) =>
      lacking > 0
        ? `${countOf(lacking, 'run lacks', 'runs lack')} one of these arms and ${lacking === 1 ? 'is' : 'are'} left out.`
        : null,
  },
  {
    id: 'unscored',
    say: ({ finding: { unscored } }) =>
      unscored > 0
        ? `${countOf(unscored, 'response has', 'responses have')} no reward, as empty ones have none, and can’t win.`
        : null,
  },
  {
    id: 'many-pairs',
    say: ({ finding: { duels, prompts } }) =>
      duels.length > 2 && prompts > 1
        ? `Of ${String(duels.length)} pairs, one in twenty is outside its band by chance alone.`
        : null,
  },
];

/** The caveats that hold of a finding, those that weigh most first. None without a prompt. */
export function caveatsOf(facts: CaveatFacts): readonly Caveat[] {
  if (facts.finding.prompts === 0) return [];
  return RULES.flatMap(({ id, say }) => {
    const sentence = say(facts);
    return sentence === null ? [] : [{ id, sentence }];
  });
}

function rewardInWords(reward: number): string {
  return reward.toFixed(2).replace('-', '−');
}

function countOf(count: number, one: string, several: string): string {
  return `${String(count)} ${count === 1 ? one : several}`;
}
