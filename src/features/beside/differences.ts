import { armLabel, type Conditioning, type RunHeader } from '../../core/index.ts';

/** One thing that was set up otherwise in two runs. */
export interface Difference {
  readonly what: string;
  readonly one: string;
  readonly other: string;
}

/** What is set up of a run: how it is shown, and what tells two apart where that shows too little. */
interface Aspect {
  readonly what: string;
  readonly shown: (run: RunHeader) => string;
  readonly exact?: (run: RunHeader) => unknown;
}

/** In the order in which they matter to whoever compares. */
const ASPECTS: readonly Aspect[] = [
  { what: 'Prompt', shown: ({ plan }) => plan.prompt },
  { what: 'Preference', shown: ({ plan }) => (plan.preference === '' ? 'none' : plan.preference) },
  { what: 'Model', shown: ({ policy }) => policy.name, exact: ({ policy }) => policy.id },
  { what: 'Engine', shown: ({ policy }) => `${policy.engine}, ${policy.device}` },
  { what: 'Seed', shown: ({ plan }) => String(plan.seed) },
  { what: 'Budget N', shown: ({ plan }) => String(plan.budget) },
  { what: 'Arms', shown: ({ plan }) => plan.arms.map(armLabel).join(', ') },
  {
    what: 'Scorer',
    shown: ({ rewardModel: { name, version } }) => `${name}, version ${String(version)}`,
    exact: ({ rewardModel: { id, version, settings } }) => ({ id, version, settings }),
  },
  { what: 'Scored against', shown: ({ plan }) => CONDITIONING_NAMES[plan.conditionedOn] },
  {
    what: 'Sampling',
    shown: ({ plan: { sampling } }) =>
      `temperature ${String(sampling.temperature)}, top p ${String(sampling.topP)}, top k ${String(sampling.topK)}, presence penalty ${String(sampling.presencePenalty)}, at most ${String(sampling.maxTokens)} tokens`,
  },
  { what: 'Feedback’s length', shown: ({ plan }) => `${String(plan.feedbackMaxTokens)} tokens` },
  {
    what: 'Prompts’ words',
    shown: ({ plan }) => (plan.prompts.layout === 'one-turn' ? 'in one turn' : 'as a chat'),
    exact: ({ plan }) => plan.prompts,
  },
];

const CONDITIONING_NAMES: Readonly<Record<Conditioning, string>> = {
  prompt: 'x alone',
  'prompt-and-preference': 'x joined with z',
};

/** What differs in how two runs were set up, what matters most first; empty where nothing does. */
export function differencesOf(one: RunHeader, other: RunHeader): readonly Difference[] {
  return ASPECTS.flatMap(({ what, shown, exact = shown }) => {
    if (isEqual(exact(one), exact(other))) return [];
    const [first, second] = [shown(one), shown(other)];
    return [{ what, one: first, other: first === second ? `${second}, set otherwise` : second }];
  });
}

/** Why the rewards of two runs can't stand on one axis, a sentence; null where they can. */
export function whyTwoAxes(one: RunHeader, other: RunHeader): string | null {
  const differ = new Set(differencesOf(one, other).map(({ what }) => what));
  if (differ.has('Prompt')) {
    return 'Two prompts, two axes: rewards compare within one prompt only.';
  }
  if (one.rewardModel.id !== other.rewardModel.id) {
    return `Two axes: ${one.rewardModel.name} scored A and ${other.rewardModel.name} scored B, and rewards of different scorers don’t compare.`;
  }
  if (differ.has('Scorer')) {
    return `Two axes: ${one.rewardModel.name} was not the same in the two, in its version or in what was set of it, so that its rewards don’t compare.`;
  }
  return differ.has('Scored against')
    ? 'Two axes: one is scored against x alone, the other against x joined with z.'
    : null;
}

/** What was stored may have its fields in another order. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
