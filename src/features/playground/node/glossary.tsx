import type { ReactNode } from 'react';
import styles from './node.module.css';

interface Term {
  readonly symbol: string | null;
  readonly name: string;
  readonly meaning: ReactNode;
}

/** The method's words, in the order in which a run meets them. */
const TERMS: readonly Term[] = [
  { symbol: 'x', name: 'prompt', meaning: 'What is asked.' },
  { symbol: 'z', name: 'preference', meaning: 'What kind of answer is wanted.' },
  {
    symbol: 'N = N0 + N1',
    name: 'budget and split',
    meaning: 'How many responses are sampled: N0 drafts, then N1 refinements.',
  },
  { symbol: 'y0', name: 'draft', meaning: 'A response to x and z.' },
  {
    symbol: 'R',
    name: 'reward',
    meaning:
      'A number that a scorer gives to a response: the higher, the better by that scorer. A proxy for what people prefer; what it is made of stands here under a response.',
  },
  {
    symbol: 'y0*',
    name: 'anchor',
    meaning:
      'The draft with the highest reward, and of further layers the best response so far; AB-MCTS-style alone may refine any. The scorer chooses it, nobody else. Where N0 is 0 it is one greedy draft that is not counted in N.',
  },
  {
    symbol: 'f',
    name: 'feedback',
    meaning:
      'The model’s own critique of the anchor against x and z. Not counted in N, but it costs.',
  },
  { symbol: 'y1', name: 'refinement', meaning: 'A response to x, z, the anchor and the feedback.' },
  {
    symbol: 'y*',
    name: 'winner',
    meaning: 'The highest reward among drafts and refinements. A draft can win.',
  },
  {
    symbol: 'p(y | x, z)',
    name: 'probability',
    meaning: 'How likely the model is to write y where x and z are given.',
  },
];

const ARMS: readonly Term[] = [
  { symbol: null, name: 'Rand', meaning: 'N drafts of x alone, the best by R. It never sees z.' },
  { symbol: null, name: 'PRand', meaning: 'N drafts of x and z, the best by R.' },
  {
    symbol: null,
    name: 'PRS',
    meaning:
      'Preference-Guided Reflective Sampling: N0 drafts, feedback on the best, N1 refinements. Its prompts are longer, so at equal N it reads and writes more than PRand: see Cost.',
  },
  {
    symbol: null,
    name: 'Self-Refine',
    meaning:
      'PRS with one refinement in each layer, 1/1/1/…: each refines the best so far, with a feedback of its own. There are at most seven such layers; of a larger N the rest are drafts.',
  },
  {
    symbol: null,
    name: 'TPO-style',
    meaning:
      'PRS whose feedback reads two responses: the best so far and, where one is worse, the worst so far, the rejected one. After Test-Time Preference Optimization (Li et al. 2025), in which that critique and the wording of what to change are two calls; here they are one.',
  },
  {
    symbol: null,
    name: 'AB-MCTS-style',
    meaning:
      'N times wider or deeper: a draft, or a refinement of any response so far with a feedback of its own. Which one is drawn from what the rewards so far suggest (Thompson sampling), so an anchor needn’t be the best. After AB-MCTS-A (Inoue et al. 2025), its refinements asked for as those of PRS.',
  },
  {
    symbol: null,
    name: 'Pick-longest, Pick-at-random',
    meaning:
      'What another choice among the same responses would have won: the longest, or any. Neither samples anything.',
  },
];

/** What rewards are made of, in the words that stand under a response. */
const OF_REWARDS: readonly Term[] = [
  {
    symbol: null,
    name: 'nat',
    meaning:
      'Unit of a log-probability: one nat more makes a text 2.7 times as likely to the model.',
  },
  {
    symbol: null,
    name: 'deviations',
    meaning:
      'How far a part of a reward lies from what it usually is, in standard deviations: 2 is rare.',
  },
  {
    symbol: null,
    name: 'floor',
    meaning:
      'Taken off a reward where a response says nothing, falls apart or answers something else; else 0.',
  },
];

/** Where the method comes from, then what the page calls things. */
export function Glossary() {
  return (
    <>
      <p className={styles.paper}>
        The method is by Ye &amp; Ng:{' '}
        <a href="https://arxiv.org/abs/2408.12163" target="_blank" rel="noopener noreferrer">
          Preference-Guided Reflective Sampling for Aligning Language Models
        </a>
        , EMNLP 2024.
      </p>
      <dl className={styles.glossary}>
        {[...TERMS, ...ARMS, ...OF_REWARDS].map(({ symbol, name, meaning }) => (
          <div key={name}>
            <dt>
              {symbol !== null && <i>{symbol}</i>} {name}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
