import type { ChosenModel } from '../runs/index.ts';
import { Dialog } from '../ui/dialogs.ts';
import { Button, formatBytes } from '../ui/index.ts';

export interface ConsentDialogProps {
  /** The model asked about; null while nothing is asked. */
  readonly model: ChosenModel | null;
  /** The small model that is here already; null where the server doesn't carry it. */
  readonly embedded: ChosenModel | null;
  readonly onAgree: (model: ChosenModel) => void;
  readonly onCancel: () => void;
}

/** Asks before a model is fetched from elsewhere: how large it is and under which terms. */
export function ConsentDialog({ model, embedded, onAgree, onCancel }: ConsentDialogProps) {
  const actions = (
    <>
      <Button onClick={onCancel}>Cancel</Button>
      {embedded !== null && (
        <Button
          onClick={() => {
            onAgree(embedded);
          }}
        >
          Start now with {embedded.name}
        </Button>
      )}
      <Button
        look="primary"
        onClick={() => {
          if (model !== null) onAgree(model);
        }}
      >
        Download and run
      </Button>
    </>
  );
  return (
    <Dialog
      title={`Download ${model?.name ?? 'the model'}?`}
      open={model !== null}
      onClose={onCancel}
      actions={actions}
    >
      {model !== null && <ModelTerms model={model} />}
    </Dialog>
  );
}

function ModelTerms({ model }: { readonly model: ChosenModel }) {
  return (
    <>
      <p>
        {sizeSentence(model)} Your browser keeps it for the next time. It comes from a public model
        hub, which sees your address as any website does; nothing that you write is sent there.
      </p>
      {model.licence !== null && (
        <p>
          Licence: {model.licence.name}.
          {model.licence.restricted && ' It has terms of use beyond an open-source licence.'}
        </p>
      )}
    </>
  );
}

/** Weights are part of the memory that a model needs, so where only that is known it bounds the download. */
function sizeSentence({ downloadBytes, memoryBytes }: ChosenModel): string {
  const memory = memoryBytes === null ? '' : ` It needs ${formatBytes(memoryBytes)} of memory.`;
  if (downloadBytes !== null) return `The download is ${formatBytes(downloadBytes)}.${memory}`;
  if (memoryBytes === null) return 'The size of the download is not known beforehand.';
  return `It needs ${formatBytes(memoryBytes)} of graphics memory; the download is at most that.`;
}
