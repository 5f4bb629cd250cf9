import { OPENING_TOKENS } from '../../../../rewards/index.ts';
import { CheckboxField } from '../../../../ui/index.ts';

export interface ReadsWholeFieldProps {
  readonly readsWhole: boolean;
  readonly onChange: (readsWhole: boolean) => void;
}

/** How much of a response preference information reads. */
export function ReadsWholeField({ readsWhole, onChange }: ReadsWholeFieldProps) {
  return (
    <CheckboxField
      label="Read the whole response"
      hint={`Otherwise preference information reads the first ${String(OPENING_TOKENS)} tokens, where most of what a preference does shows; its figures are measured so. The whole takes about as long as writing it, of a refinement twice that.`}
      checked={readsWhole}
      onChange={onChange}
    />
  );
}
