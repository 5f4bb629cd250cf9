import type { ChosenModel } from '../../../runs/index.ts';
import { Button, Dialog, formatBytes } from '../../../ui/index.ts';

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
  const bytes = model?.downloadBytes ?? null;
  const licence = model?.licence ?? null;
  const size = bytes === null ? null : formatBytes(bytes);
  return (
    <Dialog
      title={`Download ${model?.name ?? 'the model'}?`}
      open={model !== null}
      onClose={onCancel}
      actions={
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
            {size === null ? 'Download and run' : `Download ${size} and run`}
          </Button>
        </>
      }
    >
      <p>
        {size === null ? 'Its size is not known before the download.' : `It takes ${size} once;`}{' '}
        your browser keeps it for the next time. It is fetched from a public model hub, which sees
        your address as any website does; nothing you write is sent there.
      </p>
      {licence !== null && (
        <p>
          Licence: {licence.name}.
          {licence.restricted && ' It has terms of use beyond an open-source licence.'}
        </p>
      )}
    </Dialog>
  );
}
