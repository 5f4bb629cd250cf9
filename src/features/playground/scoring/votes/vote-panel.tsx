import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import {
  cutText,
  type ResponseAddress,
  type RunPlan,
  type SamplingTree,
  type Vote,
} from '../../../../core/index.ts';
import type { NamedScoring } from '../../../../runs/index.ts';
import { Button, Note, Region, TextField } from '../../../../ui/index.ts';
import { type Candidate, candidatesOf } from './next-vote-candidates.ts';
import { Comparing } from './pair-ballot.tsx';
import { Ranking } from './ranking-ballot.tsx';
import type { VotingStart } from './use-voting-turn.ts';
import { VoteResults } from './vote-results.tsx';
import styles from './votes.module.css';

export interface VotePanelProps {
  readonly tree: SamplingTree;
  /** Every scoring of the run; votes are held against all but themselves. */
  readonly scorings: readonly NamedScoring[];
  /** Called once for each vote, as soon as it is cast. */
  readonly onVote: (vote: Vote) => void;
  readonly onSelect: (node: ResponseAddress) => void;
}

type Mode = 'compare' | 'rank';

/** Longer names would break the tables, and stored runs refuse very long ones. */
const LONGEST_NAME = 60;

/** Two texts make a pair, and a ranking of two would be one. */
const FEWEST: Readonly<Record<Mode, number>> = { compare: 2, rank: 3 };

const TITLES: Readonly<Record<Mode, string>> = {
  compare: 'Which response is better?',
  rank: 'Rank these responses',
};

/** A person, or a class in turn, compares a run's responses without knowing where they come from. */
export function VotePanel({ tree, scorings, onVote, onSelect }: VotePanelProps) {
  const [name, setName] = useState('');
  const [mode, setMode] = useState<Mode | null>(null);
  const candidates = useMemo(() => candidatesOf(tree), [tree]);
  const voter = name.trim();
  const { plan } = tree.run;
  const start = { candidates, votes: tree.votes, voter, runSeed: plan.seed, onVote };
  return (
    <Region name="Votes">
      <Note>
        Read the responses blind, without rewards, arms or names, and say which are better. Pairs
        and sides are shuffled, anew for each voter; a class can vote in turn, each under a name.
        Closing keeps the votes cast.
      </Note>
      <div className={styles.start}>
        <VoterField name={name} onChange={setName} />
        <StartButton {...{ candidates }} mode="compare" onStart={setMode} />
        <StartButton {...{ candidates }} mode="rank" onStart={setMode} />
      </div>
      {candidates.length < FEWEST.compare && (
        <Note>
          There is nothing to compare yet: votes need two finished responses with different words.
        </Note>
      )}
      {mode !== null && (
        <Voting
          {...{ mode, start, plan }}
          onClose={() => {
            setMode(null);
          }}
        />
      )}
      {tree.votes.length > 0 && <VoteResults {...{ tree, scorings, onSelect }} />}
    </Region>
  );
}

interface VoterFieldProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
}

function VoterField({ name, onChange }: VoterFieldProps) {
  return (
    <TextField
      label="Voter"
      value={name}
      onChange={(typed) => {
        onChange(cutText(typed, LONGEST_NAME));
      }}
      rows={1}
      hint="Kept with each vote; may be empty."
    />
  );
}

const LABELS: Readonly<Record<Mode, string>> = { compare: 'Vote blind', rank: 'Rank several' };

interface StartButtonProps {
  readonly mode: Mode;
  readonly candidates: readonly Candidate[];
  readonly onStart: (mode: Mode) => void;
}

function StartButton({ mode, candidates, onStart }: StartButtonProps) {
  return (
    <Button
      disabled={candidates.length < FEWEST[mode]}
      onClick={() => {
        onStart(mode);
      }}
    >
      {LABELS[mode]}
    </Button>
  );
}

interface VotingProps {
  readonly mode: Mode;
  readonly start: VotingStart;
  readonly plan: RunPlan;
  readonly onClose: () => void;
}

function Voting({ mode, start, plan, onClose }: VotingProps) {
  return (
    <VotingDialog title={TITLES[mode]} voter={start.voter} onClose={onClose}>
      <Question prompt={plan.prompt} preference={plan.preference} />
      {mode === 'compare' ? <Comparing start={start} /> : <Ranking start={start} />}
    </VotingDialog>
  );
}

export interface VotingDialogProps {
  readonly title: string;
  /** Whose turn it is; may be empty. */
  readonly voter: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Covers the whole page, which the interface's own dialog lets shine through: rewards, arms and names stay out of sight, and out
 * of reach of a screen reader. Escape closes it.
 */
function VotingDialog({ title, voter, onClose, children }: VotingDialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        {/* The focus starts on no button: a key that opened the dialog and is still held must not answer. */}
        <Dialog.Popup ref={popup} className={styles.cover} initialFocus={popup}>
          <div className={styles.sheet}>
            <div className={styles.head}>
              <Dialog.Title>{title}</Dialog.Title>
              {voter !== '' && (
                <Note as="span">
                  <bdi>{voter}</bdi> votes
                </Note>
              )}
              <Button onClick={onClose}>Done</Button>
            </div>
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What the responses answer: all that a voter is told beside their texts. */
export function Question({ prompt, preference }: Pick<RunPlan, 'prompt' | 'preference'>) {
  return (
    <dl className={styles.question}>
      <dt>Prompt</dt>
      <dd dir="auto">{prompt}</dd>
      {preference !== '' && (
        <>
          <dt>Preference</dt>
          <dd dir="auto">{preference}</dd>
        </>
      )}
    </dl>
  );
}
