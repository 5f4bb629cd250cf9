import { useMemo, useState } from 'react';
import type { CatalogAssessment, ModelOffer } from '../../core/index.ts';
import { chooseOffer, type ChosenModel } from '../../runs/index.ts';
import { CheckboxField, Region, TextField } from '../../ui/index.ts';
import { CapabilityFacts } from './capability-facts.tsx';
import { ModelRow } from './model-row.tsx';
import styles from './models.module.css';
import { NamedModels } from './named-models.tsx';

export interface ModelsScreenProps {
  /** Null while the browser is being looked at. */
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
}

/** Every model that can be run here, those that can't with the reason, and the ways to name another. */
export function ModelsScreen({ assessment, choice, onChoose }: ModelsScreenProps) {
  const [words, setWords] = useState('');
  const [all, setAll] = useState(false);
  const offers = useMemo(
    () => (assessment?.offers ?? []).filter((offer) => isWanted(offer, words, all)),
    [assessment, words, all],
  );
  if (assessment === null) return <p role="status">Looking at what this browser can run …</p>;
  return (
    <>
      <Region name="This browser">
        <p className={styles.explanation}>{assessment.explanation}</p>
        <CapabilityFacts capabilities={assessment.capabilities} />
      </Region>
      <Region name="Another model, by address or from disk">
        <NamedModels onChoose={onChoose} />
      </Region>
      <Region name="Models">
        <div className={styles.filter}>
          <TextField label="Find a model" rows={1} value={words} onChange={setWords} />
          <CheckboxField
            label="Show models that this browser can’t run"
            checked={all}
            onChange={setAll}
          />
        </div>
        <ul className={styles.offers}>
          {offers.map((offer) => (
            <ModelRow
              key={offer.id}
              offer={offer}
              chosen={choice?.offerId === offer.id}
              onChoose={() => {
                onChoose(chooseOffer(offer));
              }}
            />
          ))}
        </ul>
        {offers.length === 0 && <p>No model of that name runs here.</p>}
      </Region>
    </>
  );
}

function isWanted({ name, id, fit }: ModelOffer, words: string, all: boolean): boolean {
  const text = `${name} ${id}`.toLowerCase();
  const found = words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
  return found && (all || fit.fits);
}
