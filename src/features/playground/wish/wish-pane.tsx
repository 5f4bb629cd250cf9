import { Button, Note, Region } from '../../../ui/index.ts';
import type { Wish } from './use-wish.ts';
import { armSentences, smallPrint, whichPreferences } from './wish-sentences.ts';
import styles from './wish.module.css';

export interface WishPaneProps {
  readonly wish: Wish;
  /** Sets the run's own preference up again. */
  readonly onBack: () => void;
  /** Whether there is a model to sample with. */
  readonly canSample: boolean;
  /** Samples the run's set-up with this preference, to be laid beside the run. */
  readonly onSample: () => void;
}

/** In the verdict's place while a run is scored for another preference than its own: who would have won. */
export function WishPane({ wish, onBack, canSample, onSample }: WishPaneProps) {
  const { scoredFor, writtenFor } = whichPreferences(wish);
  return (
    <Region name="Another preference" isNameUnseen>
      <div className={styles.wish} data-comes-first>
        <p aria-live="polite">
          <strong dir="auto">{scoredFor}</strong> <span dir="auto">{writtenFor}</span>
        </p>
        <ul>
          {armSentences(wish).map(({ armId, label, sentences, isAnother }) => (
            <li key={armId} data-another={isAnother}>
              <b>{label}:</b> {sentences.join(' ')}
            </li>
          ))}
        </ul>
        <Note>{smallPrint(wish)}</Note>
        <div className={styles.steps} role="group" aria-label="With this preference">
          <Button
            look="small"
            disabled={!canSample}
            title="A new run by the model in your browser, with this run’s seed and set-up; the two can then be laid beside each other"
            onClick={onSample}
          >
            Sample with this preference
          </Button>
          <Button look="small" onClick={onBack}>
            Back to the run’s own preference
          </Button>
        </div>
      </div>
    </Region>
  );
}
