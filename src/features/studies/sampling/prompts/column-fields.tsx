import type { PromptColumns, ReadPromptSet } from '../../../../studies/index.ts';
import { SelectField } from '../../../../ui/index.ts';
import { type HeldFile, preferencesWith } from './use-held-file.ts';
import styles from '../../studies.module.css';

export interface ColumnFieldsProps extends Pick<HeldFile, 'map'> {
  readonly read: ReadPromptSet;
}

/** Which column of the file is read as what: recognised by its name, or chosen here. */
export function ColumnFields({ read: { columnNames, columns }, map }: ColumnFieldsProps) {
  return (
    <fieldset className={styles.columns}>
      <legend>Columns of the file</legend>
      <ColumnSelect
        label="Prompt"
        {...{ columnNames }}
        value={columns?.prompt ?? null}
        without="Choose a column"
        onChange={(prompt) => {
          if (prompt !== null) map({ prompt });
        }}
      />
      {columns !== null && <FurtherColumns {...{ columnNames, columns, map }} />}
    </fieldset>
  );
}

interface FurtherColumnsProps extends Pick<HeldFile, 'map'> {
  readonly columnNames: readonly string[];
  readonly columns: PromptColumns;
}

/** What a row may have beside its prompt; always a place for one preference more. */
function FurtherColumns({ columnNames, columns, map }: FurtherColumnsProps) {
  const { preferences, input, id } = columns;
  const isRoom = preferences.length < columnNames.length;
  const places = isRoom ? [...preferences, null] : preferences;
  return (
    <>
      {places.map((name, place) => (
        <ColumnSelect
          key={place}
          label={preferenceLabel(place, name, preferences.length)}
          {...{ columnNames }}
          value={name}
          without="None"
          onChange={(chosen) => {
            map({ preferences: preferencesWith(columns, place, chosen) });
          }}
        />
      ))}
      <ColumnSelect
        label="Text below the prompt"
        {...{ columnNames }}
        value={input}
        without="None"
        onChange={(chosen) => {
          map({ input: chosen });
        }}
      />
      <ColumnSelect
        label="Name of the row"
        {...{ columnNames }}
        value={id}
        without="Its line"
        onChange={(chosen) => {
          map({ id: chosen });
        }}
      />
    </>
  );
}

function preferenceLabel(place: number, name: string | null, count: number): string {
  if (name === null && count > 0) return 'A further preference';
  return place === 0 ? 'Preference' : `Preference ${String(place + 1)}`;
}

interface ColumnSelectProps {
  readonly label: string;
  readonly columnNames: readonly string[];
  readonly value: string | null;
  /** What is said where no column is. */
  readonly without: string;
  readonly onChange: (name: string | null) => void;
}

/** One column of the file, or none. Columns are told apart by their places: a name may be empty. */
function ColumnSelect({ label, columnNames, value, without, onChange }: ColumnSelectProps) {
  return (
    <SelectField
      label={label}
      value={value === null ? '' : String(columnNames.indexOf(value))}
      options={[
        { value: '', label: without },
        ...columnNames.map((name, place) => ({
          value: String(place),
          label: name === '' ? '(no name)' : name,
        })),
      ]}
      onChange={(place) => {
        onChange(place === '' ? null : (columnNames[Number(place)] ?? null));
      }}
    />
  );
}
