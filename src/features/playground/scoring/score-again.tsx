import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import type { Conditioning, PolicyAbility } from '../../../core/index.ts';
import {
  askedFields,
  fieldProblems,
  findScorer,
  FIRST_ASKED_AGAIN,
  offerScorers,
  type OfferedScorers,
  type ScorerModule,
  SCORERS,
  type SettingValues,
} from '../../../rewards/index.ts';
import type { ScoringProgress, ScoringWish } from '../../../runs/index.ts';
import {
  Button,
  CheckboxField,
  Note,
  ProgressBar,
  SelectField,
  StatusLine,
} from '../../../ui/index.ts';
import { ScorerBadges } from '../scorer/scorer-badges.tsx';
import { SettingFields } from '../scorer/setting-fields.tsx';
import type { RewardModelFieldProps } from './reward-model/reward-model-field.tsx';
import type { RewardModelTools } from './reward-model/reward-model-tools.ts';
import styles from './scoring.module.css';

export interface ScoreAgainProps {
  readonly progress: ScoringProgress | null;
  readonly problem: string | null;
  readonly rewardModels: RewardModelTools;
  /** What the engine of the chosen model can't do. */
  readonly lacks: readonly PolicyAbility[];
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
  const { progress, values, onValues, onScore, onStop } = props;
  const [scorerId, setScorerId] = useState(FIRST_ASKED_AGAIN.id);
  const scorer = findScorer(scorerId) ?? FIRST_ASKED_AGAIN;
  const offered = offerScorers(SCORERS, props.lacks, true);
  const ruledOut = offered.options.some(({ value, disabled }) => value === scorer.id && disabled);
  const ways = useWays(scorer);
  const { state } = props.rewardModels.session;
  const rewardModel = useSyncExternalStore(state.subscribe, state.getSnapshot, state.getSnapshot);
  const readsRewardModel = scorer.reads === 'reward-model';
  const missing = readsRewardModel && rewardModel.status !== 'ready';
  const fields = askedFields(scorer);
  const wrong = fieldProblems(fields, values).length > 0;
  return (
    <div className={styles.block}>
      <ScorerField {...{ scorer, offered, values }} onChange={setScorerId} />
      {readsRewardModel && (
        <RewardModelPart tools={props.rewardModels} state={rewardModel} busy={progress !== null} />
      )}
      {onValues !== null && <SettingFields {...{ fields, values }} onChange={onValues} />}
      <WaysFields {...ways} />
      <div className={styles.actions}>
        <Button
          look="primary"
          disabled={progress !== null || missing || wrong || ruledOut}
          onClick={() => {
            onScore({ scorerId, ...ways.wish });
          }}
        >
          Score again
        </Button>
        <Button disabled={progress === null} onClick={onStop}>
          Stop scoring
        </Button>
      </div>
      <Progress {...props} />
    </div>
  );
}

function RewardModelPart(props: RewardModelFieldProps) {
  return (
    <Suspense fallback={<Note>Getting ready …</Note>}>
      <RewardModelField {...props} />
    </Suspense>
  );
}

interface ScorerFieldProps extends Pick<ScoreAgainProps, 'values'> {
  readonly scorer: ScorerModule;
  readonly offered: OfferedScorers;
  readonly onChange: (id: string) => void;
}

function ScorerField({ scorer, values, offered, onChange }: ScorerFieldProps) {
  const { options, missing } = offered;
  return (
    <>
      <SelectField
        label="Score again with"
        value={scorer.id}
        options={options}
        hint={[scorer.about, scorer.cost, missing].filter(Boolean).join(' ')}
        onChange={onChange}
      />
      <ScorerBadges scorerId={scorer.id} values={values} />
    </>
  );
}

/** What the scorer reads the response against: what the person chose, as far as it can be read so. */
interface Ways {
  readonly wish: Omit<ScoringWish, 'scorerId'>;
  readonly needsPreference: boolean;
  readonly readsBothWays: boolean;
  readonly bothWays: boolean;
  readonly setConditionedOn: (conditionedOn: Conditioning) => void;
  readonly setBothWays: (bothWays: boolean) => void;
}

function useWays({ comparesPairs, needsPreference: needs }: ScorerModule): Ways {
  const [chosen, setConditionedOn] = useState<Conditioning>('prompt-and-preference');
  const [bothWays, setBothWays] = useState(true);
  const needsPreference = needs === true;
  const readsBothWays = !comparesPairs && !needsPreference;
  const conditionedOn = needsPreference ? 'prompt-and-preference' : chosen;
  return {
    wish: { conditionedOn, bothWays: bothWays && readsBothWays },
    ...{ needsPreference, readsBothWays, bothWays, setConditionedOn, setBothWays },
  };
}

function WaysFields({ wish, needsPreference, readsBothWays, bothWays, ...set }: Ways) {
  return (
    <>
      <SelectField
        label="Reading the response against"
        value={wish.conditionedOn}
        options={[
          { value: 'prompt-and-preference', label: 'x joined with z' },
          { value: 'prompt', label: 'x alone', disabled: needsPreference },
        ]}
        onChange={(value) => {
          set.setConditionedOn(value === 'prompt' ? 'prompt' : 'prompt-and-preference');
        }}
      />
      {readsBothWays && (
        <CheckboxField
          label="Also the other way"
          hint="With z and without, to be compared; as many calls again."
          checked={bothWays}
          onChange={set.setBothWays}
        />
      )}
    </>
  );
}

function Progress({ progress, problem }: Pick<ScoreAgainProps, 'progress' | 'problem'>) {
  return (
    <>
      {progress !== null && (
        <ProgressBar label={progressSentence(progress)} fraction={fraction(progress)} />
      )}
      <StatusLine isProblem={problem !== null}>{problem ?? ''}</StatusLine>
    </>
  );
}

function progressSentence({ id, done, total }: ScoringProgress): string {
  if (id === null) return 'Getting the scorer ready';
  return `Scoring: ${String(done)} of ${String(total)} done`;
}

function fraction({ id, done, total }: ScoringProgress): number | null {
  return id === null || total === 0 ? null : done / total;
}
