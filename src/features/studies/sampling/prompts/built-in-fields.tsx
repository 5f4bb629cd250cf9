import { useQuery } from '@tanstack/react-query';
import {
  BUILT_IN_CAUTION,
  BUILT_IN_SUMMARY,
  builtInPromptSet,
  type BuiltInPrompt,
  PROMPT_KINDS,
} from '../../../../studies/index.ts';
import { CheckboxesField, Note, NumberField, Problem } from '../../../../ui/index.ts';
import type { StudyFieldsProps } from '../study-fields.tsx';
import { MOST_BUILT_IN } from '../study-form.ts';
import styles from '../../studies.module.css';

/** The set that comes along, as far as it is here. */
export interface BuiltInSet {
  /** Null until it is fetched. */
  readonly set: readonly BuiltInPrompt[] | null;
  readonly hasFailed: boolean;
}

/** Fetches the set when it is wanted first. */
export function useBuiltInSet(isWanted: boolean): BuiltInSet {
  const { data, isError } = useQuery({
    queryKey: ['built-in-prompts'],
    queryFn: builtInPromptSet,
    enabled: isWanted,
    ...{ networkMode: 'always', retry: false, staleTime: Infinity },
  });
  return { set: data ?? null, hasFailed: isError };
}

export interface BuiltInFieldsProps extends StudyFieldsProps {
  readonly builtIn: BuiltInSet;
}

/** Which prompts of the built-in set are taken, beside what its datasheet says. */
export function BuiltInFields({ form, builtIn, onChange }: BuiltInFieldsProps) {
  return (
    <>
      {builtIn.hasFailed && (
        <Problem role="alert">
          The set can’t be fetched, and the network seems to be gone: type prompts, or reload the
          page when it is back.
        </Problem>
      )}
      <Note>
        {BUILT_IN_SUMMARY} {BUILT_IN_CAUTION} So they say nothing of how good the rubric is.
      </Note>
      <KindBoxes {...{ form, onChange }} />
      <NumberField
        label="Prompts of these kinds"
        value={form.builtInCount}
        min={1}
        max={MOST_BUILT_IN}
        step={1}
        hint={countHint(builtIn.set, form.kinds)}
        onChange={(count) => {
          onChange({ ...form, builtInCount: count });
        }}
      />
    </>
  );
}

function KindBoxes({ form, onChange }: StudyFieldsProps) {
  return (
    <CheckboxesField
      legend="Kinds of prompts"
      className={`${styles.arms ?? ''} ${styles.kinds ?? ''}`}
      choices={PROMPT_KINDS.map((kind) => ({ value: kind, label: kind }))}
      chosen={form.kinds}
      onChange={(chosen) => {
        // In the set's own order, however they were ticked.
        onChange({ ...form, kinds: PROMPT_KINDS.filter((kind) => chosen.includes(kind)) });
      }}
    />
  );
}

function countHint(set: readonly BuiltInPrompt[] | null, kinds: readonly string[]): string {
  const rule = 'Each with both of its preferences. One of every kind comes before a second of one.';
  if (set === null) return rule;
  const there = set.filter(({ kind }) => kinds.includes(kind)).length;
  return `Of ${String(there)}. ${rule}`;
}
