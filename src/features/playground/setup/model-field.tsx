import { type CatalogAssessment, type ModelOffer } from '../../../core/index.ts';
import { chooseOffer, type ChosenModel } from '../../../runs/index.ts';
import { formatBytes, SelectField } from '../../../ui/index.ts';
import styles from './setup.module.css';

export interface ModelFieldProps {
  /** Null while the browser is being looked at. */
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
}

const NAMED = 'named';

/** The models that fit this browser, the default's reason, and the way to all others. */
export function ModelField({ assessment, choice, onChoose }: ModelFieldProps) {
  if (assessment === null)
    return <p className={styles.note}>Looking at what this browser can run …</p>;
  const offers = assessment.offers.filter(({ fit }) => fit.fits);
  const named = choice !== null && choice.offerId === null;
  return (
    <div className={styles.stack}>
      <SelectField
        label="Model"
        value={choice === null ? '' : (choice.offerId ?? NAMED)}
        options={[
          ...(choice === null ? [{ value: '', label: 'None yet' }] : []),
          ...(named ? [{ value: NAMED, label: choice.name }] : []),
          ...offers.map((offer) => ({ value: offer.id, label: offerLabel(offer) })),
        ]}
        hint={assessment.explanation}
        onChange={(id) => {
          const offer = offers.find((each) => each.id === id);
          if (offer !== undefined) onChoose(chooseOffer(offer));
        }}
      />
      {choice?.source.kind === 'embedded' && (
        <p className={styles.note}>
          Small enough to come along, too small to be a good critic: its feedback often isn’t one. A
          larger model shows what the method can do.
        </p>
      )}
      <p className={styles.note}>
        <a href="#/models">All models, a model by address, or from disk</a>
      </p>
    </div>
  );
}

function offerLabel({ name, engine, origin, downloadBytes }: ModelOffer): string {
  const where = engine === 'webllm' ? 'WebGPU' : 'CPU';
  const size = downloadBytes === null ? '' : `, ${formatBytes(downloadBytes)}`;
  return `${name} · ${where}${origin === 'embedded' ? '' : size}`;
}
