import { Suspense } from 'react';
import type { CatalogAssessment } from '../core/index.ts';
import { type ChosenModel, offeredModel } from '../runs/index.ts';
import { latePart, useEver } from '../ui/index.ts';

const { Part: ConsentDialog } = latePart(
  async () => (await import('./model-consent-dialog.tsx')).ConsentDialog,
  'The network seems to be gone. Choose a model that is here, or try again later.',
);

export interface AskForModelProps {
  /** Whose the model that is here already is, and where another choice goes. */
  readonly models: {
    readonly assessment: CatalogAssessment | null;
    readonly onChoose: (choice: ChosenModel) => void;
  };
  readonly actions: {
    /** The model asked about; null while nothing is asked. */
    readonly asking: ChosenModel | null;
    /** Goes on with what was asked for, by this model. */
    readonly agree: (model: ChosenModel) => void;
    readonly cancel: () => void;
  };
}

/** Asks before a model is fetched from elsewhere: the question's code is fetched when there is something to ask. */
export function AskForModel({ models: { assessment, onChoose }, actions }: AskForModelProps) {
  const { asking, agree, cancel } = actions;
  if (!useEver(asking !== null)) return null;
  return (
    <Suspense>
      <ConsentDialog
        model={asking}
        embedded={offeredModel(assessment, assessment?.embeddedOfferId ?? null)}
        onAgree={(agreed) => {
          onChoose(agreed);
          agree(agreed);
        }}
        onCancel={cancel}
      />
    </Suspense>
  );
}
