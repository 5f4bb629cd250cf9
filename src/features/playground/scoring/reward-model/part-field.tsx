import { AddressField, FileField, SelectField } from '../../../../ui/index.ts';
import { type GivenPart, type PartOrigin } from './load-form.ts';

export interface PartFieldProps {
  /** Such as “Backbone”. */
  readonly label: string;
  readonly part: GivenPart;
  /** The ways in which it can be given, named. */
  readonly origins: Readonly<Partial<Record<PartOrigin, string>>>;
  /** What the file choosers offer, for example ".gguf". */
  readonly accept: string;
  readonly hint: string;
  readonly onChange: (part: GivenPart) => void;
}

/** Where one part of a reward model comes from: where it is published, an address, or files. */
export function PartField({ label, part, origins, accept, hint, onChange }: PartFieldProps) {
  const { from, address } = part;
  return (
    <>
      <SelectField
        label={`${label} from`}
        value={from}
        options={Object.entries(origins).map(([value, name]) => ({ value, label: name }))}
        hint={hint}
        onChange={(value) => {
          onChange({ ...part, from: originOf(value) });
        }}
      />
      {from === 'address' && (
        <AddressField
          label={`Address of the ${label.toLowerCase()}`}
          value={address}
          onChange={(edited) => {
            onChange({ ...part, address: edited });
          }}
        />
      )}
      {from === 'files' && (
        <FileField
          label={`Files of the ${label.toLowerCase()}`}
          accept={accept}
          onChange={(files) => {
            onChange({ ...part, files });
          }}
        >
          {part.files.length > 0 && `Chosen: ${part.files.map(({ name }) => name).join(', ')}. `}
          The files stay on this machine.
        </FileField>
      )}
    </>
  );
}

function originOf(value: string): PartOrigin {
  return value === 'published' || value === 'files' ? value : 'address';
}
