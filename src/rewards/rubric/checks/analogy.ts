import { createCueCheck } from './cue-check.ts';

/** Comparisons with something familiar. */
export const analogy = createCueCheck({
  id: 'analogy',
  label: 'Analogies',
  noun: 'analogies',
  explanation:
    'Phrases that compare, such as “think of it as”, “imagine”, “is like a”; whether the comparison holds is not measured.',
  cues: `imagine | think_of | just_(?:like|as) | (?:is|are|it's|was|were|be|works?|acts?|behaves?|looks?|feels?|does|much|a_bit|a_lot|exactly|kind_of|sort_of|more|almost)_like | like_(?:an?|the|when|how|your|turning|putting|having|trying|pouring|asking|adding|reading|playing|building|\\w+ing) | similar_to | the_same_way | in_the_same_way | as_if | as_though | comparable_to | analog\\w+ | metaphor\\w* | resembl\\w+ | equivalent_of | pretend | as_\\w+_as_an? | serves_as | acts_as`,
  weakCues: `suppose | likewise | compare\\w* | picture`,
});
