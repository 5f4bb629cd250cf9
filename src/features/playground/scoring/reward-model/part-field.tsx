import { useId } from 'react';
import { SelectField, TextField } from '../../../../ui/index.ts';
import styles from '../scoring.module.css';
import { webAddress, type GivenPart, type PartOrigin } from './load-form.ts';

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
  const typed = address.trim() !== '';
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
        <TextField
          label={`Address of the ${label.toLowerCase()}`}
          rows={1}
          value={address}
          problem={
            typed && webAddress(address) === null
              ? 'Write a whole address that begins with https:// or http://.'
              : null
          }
          onChange={(edited) => {
            onChange({ ...part, address: edited });
          }}
        />
      )}
      {from === 'files' && <FileField {...{ label, part, accept, onChange }} />}
    </>
  );
}

function FileField({
  label,
  part,
  accept,
  onChange,
}: Pick<PartFieldProps, 'label' | 'part' | 'accept' | 'onChange'>) {
  const id = useId();
  return (
    <div className={styles.block}>
      <label htmlFor={id}>Files of the {label.toLowerCase()}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple
        onChange={(event) => {
          onChange({ ...part, files: [...(event.target.files ?? [])] });
        }}
      />
      <p className={styles.note}>
        {part.files.length > 0 && `Chosen: ${part.files.map(({ name }) => name).join(', ')}. `}
        The files stay on this machine.
      </p>
    </div>
  );
}

function originOf(value: string): PartOrigin {
  return value === 'published' || value === 'files' ? value : 'address';
}
