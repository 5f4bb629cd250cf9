import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import type { Conditioning } from '../../../core/index.ts';
import {
  askedFields,
  fieldProblems,
  findScorer,
  FIRST_ASKED_AGAIN,
  SCORERS,
  type SettingValues,
} from '../../../rewards/index.ts';
import type { ScoringProgress, ScoringWish } from '../../../runs/index.ts';
import { Button, CheckboxField, ProgressBar, SelectField } from '../../../ui/index.ts';
import { SettingFields } from '../setup/scorer/setting-fields.tsx';
import type { RewardModelTools } from './reward-model/reward-model-tools.ts';
import { ScorerBadges } from './scorer-badges.tsx';
import styles from './scoring.module.css';

export interface ScoreAgainProps {
  readonly progress: ScoringProgress | null;
  readonly problem: string | null;
  readonly rewardModels: RewardModelTools;
  /** What is set of the scorers. */
  readonly values: SettingValues;
  /** Null where that can’t be changed. */
  readonly onValues: ((values: SettingValues) => void) | null;
  readonly onScore: (wish: ScoringWish) => void;
  readonly onStop: () => void;
}

/** Fetched when a person chooses it: few do, and a first visit stays light. */
const RewardModelField = lazy(async () => {
  const { RewardModelField: field } = await import('./reward-model/reward-model-field.tsx');
  return { default: field };
});

/** Lets another scorer read the run: nothing is sampled, and its rewards are kept beside the run's own. */
export function ScoreAgain(props: ScoreAgainProps) {
  const { progress, problem, rewardModels, values, onValues, onScore, onStop } = props;
  const [scorerId, setScorerId] = useState(FIRST_ASKED_AGAIN.id);
  const [conditionedOn, setConditionedOn] = useState<Conditioning>('prompt-and-preference');
  const [bothWays, setBothWays] = useState(true);
  const scorer = findScorer(scorerId) ?? FIRST_ASKED_AGAIN;
  const { state } = rewardModels.session;
  const rewardModel = useSyncExternalStore(state.subscribe, state.getSnapshot, state.getSnapshot);
  const readsRewardModel = scorer.reads === 'reward-model';
  const missing = readsRewardModel && rewardModel.status !== 'ready';
  const fields = askedFields(scorer);
  const needsPreference = scorer.needsPreference === true;
  const readsBothWays = !scorer.comparesPairs && !needsPreference;
  const wrong = fieldProblems(fields, values).length > 0;
  return (
    <div className={styles.block}>
      <SelectField
        label="Score again with"
        value={scorerId}
        options={SCORERS.map(({ id, name }) => ({ value: id, label: name }))}
        hint={`${scorer.about} ${scorer.cost}`}
        onChange={setScorerId}
      />
      <ScorerBadges scorerId={scorerId} />
      {readsRewardModel && (
        <Suspense fallback={<p className={styles.note}>Getting ready …</p>}>
          <RewardModelField tools={rewardModels} state={rewardModel} busy={progress !== null} />
        </Suspense>
      )}
      {onValues !== null && <SettingFields {...{ fields, values }} onChange={onValues} />}
      <SelectField
        label="Reading the response against"
        value={needsPreference ? 'prompt-and-preference' : conditionedOn}
        options={[
          { value: 'prompt-and-preference', label: 'x joined with z' },
          { value: 'prompt', label: 'x alone', disabled: needsPreference },
        ]}
        onChange={(value) => {
          setConditionedOn(value === 'prompt' ? 'prompt' : 'prompt-and-preference');
        }}
      />
      {readsBothWays && (
        <CheckboxField
          label="Also the other way"
          hint="With z and without, to be compared; as many calls again."
          checked={bothWays}
          onChange={setBothWays}
        />
      )}
      <div className={styles.actions}>
        <Button
          look="primary"
          disabled={progress !== null || missing || wrong}
          onClick={() => {
            onScore({
              scorerId,
              conditionedOn: needsPreference ? 'prompt-and-preference' : conditionedOn,
              bothWays: bothWays && readsBothWays,
            });
          }}
        >
          Score again
        </Button>
        <Button disabled={progress === null} onClick={onStop}>
          Stop scoring
        </Button>
      </div>
      {progress !== null && (
        <ProgressBar label={progressSentence(progress)} fraction={fraction(progress)} />
      )}
      <p role="status" className={problem === null ? styles.note : styles.problem}>
        {problem ?? ''}
      </p>
    </div>
  );
}

function progressSentence({ id, done, total }: ScoringProgress): string {
  if (id === null) return 'Getting the scorer ready';
  return `Scoring: ${String(done)} of ${String(total)} done`;
}

function fraction({ id, done, total }: ScoringProgress): number | null {
  return id === null || total === 0 ? null : done / total;
}
