import { useState } from 'react';
import type { LoadProgress } from '../../../../core/index.ts';
import { Badge, Button, ProgressBar, Note, StatusLine } from '../../../../ui/index.ts';
import { ChooseRewardModel, EntryFacts } from './choose-reward-model.tsx';
import { FIRST_LOAD_FORM, isMadeUp } from './reward-model-form.ts';
import type { LoadState, RewardModelTools } from './reward-model-tools.ts';
import { SelfTest } from './reward-model-self-test.tsx';
import styles from '../scoring.module.css';

export interface RewardModelFieldProps {
  readonly tools: RewardModelTools;
  readonly state: LoadState;
  /** Whether it is being asked now: its memory is needed. */
  readonly busy: boolean;
}

/** The reward model in the page: chosen, loaded, tried and given back by the person, never by itself. */
export function RewardModelField({ tools, state, busy }: RewardModelFieldProps) {
  const [form, setForm] = useState(FIRST_LOAD_FORM);
  const { session } = tools;
  return (
    <section className={styles.block} aria-label="Reward model">
      {state.status === 'loading' && (
        <Loading
          progress={state.progress}
          onCancel={() => {
            session.cancelLoading();
          }}
        />
      )}
      {state.status === 'ready' && (
        <LoadedModel
          state={state}
          busy={busy}
          onUnload={() => {
            void session.unload();
          }}
        />
      )}
      {(state.status === 'none' || state.status === 'failed') && (
        <ChooseRewardModel
          form={form}
          onChange={setForm}
          onLoad={(choice) => {
            // The session's state tells what became of it.
            session.ensure(choice, new AbortController().signal).catch(() => undefined);
          }}
        />
      )}
      <StatusLine isProblem={state.status === 'failed'}>{stateSentence(state)}</StatusLine>
      <SelfTest run={tools.selfTest} rewardModel={state.status === 'ready' ? state.held : null} />
    </section>
  );
}

interface LoadingProps {
  readonly progress: LoadProgress;
  readonly onCancel: () => void;
}

function Loading({ progress, onCancel }: LoadingProps) {
  return (
    <div className={styles.actions}>
      <ProgressBar label={progress.message} fraction={progress.fraction} />
      <Button onClick={onCancel}>Cancel loading</Button>
    </div>
  );
}

interface LoadedModelProps {
  readonly state: Extract<LoadState, { readonly status: 'ready' }>;
  readonly busy: boolean;
  readonly onUnload: () => void;
}

function LoadedModel({ state, busy, onUnload }: LoadedModelProps) {
  const { entry } = state.choice;
  const { name, settings } = state.held.description;
  return (
    <>
      <h3>
        {name} {isMadeUp(entry) && <Badge>rewards mean nothing</Badge>}
      </h3>
      <Note>
        Backbone {String(settings.backbone)}; head {String(settings.head)}.
      </Note>
      <EntryFacts entry={entry} />
      <div className={styles.actions}>
        <Button disabled={busy} onClick={onUnload}>
          Give its memory back
        </Button>
      </div>
    </>
  );
}

function stateSentence(state: LoadState): string {
  switch (state.status) {
    case 'none':
      return '';
    case 'loading':
      return `Loading ${state.choice.entry.name}.`;
    case 'ready':
      return `${state.choice.entry.name} is ready.`;
    case 'failed':
      return `${state.choice.entry.name} was not loaded. ${state.message}`;
  }
}
