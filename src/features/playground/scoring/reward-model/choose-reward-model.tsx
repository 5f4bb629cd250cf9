import { webAddress } from '../../../../core/index.ts';
import {
  BACKBONE_ADVICE,
  type PublishedAccuracy,
  type RewardModelChoice,
  type RewardModelEntry,
} from '../../../../rewards/index.ts';
import { AddressField, Badge, Button, FileField, Note, SelectField } from '../../../../ui/index.ts';
import styles from '../scoring.module.css';
import {
  choiceOf,
  ENTRIES,
  entryOf,
  type GivenPart,
  isMadeUp,
  licenceSentence,
  type LoadForm,
  loadTerms,
  type PartOrigin,
} from './reward-model-form.ts';

export interface ChooseRewardModelProps {
  readonly form: LoadForm;
  readonly onChange: (form: LoadForm) => void;
  readonly onLoad: (choice: RewardModelChoice) => void;
}

const BACKBONE_ORIGINS = { address: 'an address', files: 'this machine' } as const;
const HEAD_ORIGINS = {
  published: 'where it is published',
  address: 'an address',
  files: 'this machine',
} as const;

/** Which reward model, how far to trust it, where its parts come from, what that costs; and the button that agrees to it. */
export function ChooseRewardModel({ form, onChange, onLoad }: ChooseRewardModelProps) {
  const entry = entryOf(form);
  const choice = choiceOf(form);
  return (
    <>
      <SelectField
        label="Which reward model"
        value={entry.id}
        options={ENTRIES.map((each) => ({
          value: each.id,
          label: isMadeUp(each)
            ? 'A made-up head on the embedded model (proves the path; its rewards mean nothing)'
            : each.name,
        }))}
        onChange={(entryId) => {
          onChange({ ...form, entryId });
        }}
      />
      <EntryFacts entry={entry} />
      {!isMadeUp(entry) && <PartFields form={form} onChange={onChange} />}
      {loadTerms(entry).map((term) => (
        <Note key={term}>{term}</Note>
      ))}
      <div className={styles.actions}>
        <Button
          disabled={choice === null}
          onClick={() => {
            if (choice !== null) onLoad(choice);
          }}
        >
          Load
        </Button>
        {choice === null && <Note>Say first where its parts come from.</Note>}
      </div>
    </>
  );
}

function PartFields({ form, onChange }: Pick<ChooseRewardModelProps, 'form' | 'onChange'>) {
  return (
    <>
      <PartField
        label="Backbone"
        part={form.backbone}
        origins={BACKBONE_ORIGINS}
        accept=".gguf"
        hint={BACKBONE_ADVICE}
        onChange={(backbone) => {
          onChange({ ...form, backbone });
        }}
      />
      <PartField
        label="Head"
        part={form.head}
        origins={HEAD_ORIGINS}
        accept=".safetensors,.json"
        hint="The last layer, read out of the model’s safetensors file: of one split into several, also its index."
        onChange={(head) => {
          onChange({ ...form, head });
        }}
      />
    </>
  );
}

/** How far a reward model can be trusted, by whom that was measured, and under which terms it comes. */
export function EntryFacts({ entry }: { readonly entry: RewardModelEntry }) {
  const { published, caution } = entry;
  return (
    <>
      {isMadeUp(entry) && (
        <Note>
          <Badge>made up</Badge> {caution}
        </Note>
      )}
      {published !== null && (
        <>
          <Published published={published} />
          <Note>For preferences: {caution}</Note>
        </>
      )}
      <Note>{licenceSentence(entry)}</Note>
    </>
  );
}

/** Figures that others measured, and said to be theirs. */
function Published({ published }: { readonly published: PublishedAccuracy }) {
  const { rewardBench, preciseInstructionFollowing, meaning, source } = published;
  return (
    <>
      <Note>
        <Badge>RewardBench {rewardBench.toFixed(1)} %, as published</Badge>
        {preciseInstructionFollowing !== null && (
          <>
            {' '}
            <Badge>
              precise instruction following {preciseInstructionFollowing} %, as published
            </Badge>
          </>
        )}
      </Note>
      <Note>
        {meaning} {source}
      </Note>
    </>
  );
}

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
function PartField({ label, part, origins, accept, hint, onChange }: PartFieldProps) {
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
          url={webAddress(address)}
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
