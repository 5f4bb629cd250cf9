import { useMemo, useState } from 'react';
import {
  type NamedGroup,
  type RunFacts,
  type SplitReading,
  splitNames,
} from '../../studies/index.ts';
import { ChoiceButtons, SelectField } from '../../ui/index.ts';
import { provenanceOf } from './provenance.ts';

export interface SplitsOfRuns {
  readonly group: NamedGroup;
  /** Of the group. */
  readonly runs: readonly RunFacts[];
  /** N */
  readonly budget: number;
}

const READINGS = [
  { value: 'inOrder', name: 'As sampled', title: 'Drafts in the order in which they came' },
  {
    value: 'overOrders',
    name: 'All orders',
    title: 'Over all orders that they could have come in',
  },
] as const;

export interface ReadingChoiceProps {
  readonly value: SplitReading;
  readonly onChange: (reading: SplitReading) => void;
}

/** How the drafts of a split are taken from those of a run. */
export function ReadingChoice({ value, onChange }: ReadingChoiceProps) {
  return <ChoiceButtons label="Drafts" value={value} choices={READINGS} onChange={onChange} />;
}

/** The strategies that have several splits, and the one that is shown; null without one. */
export function useStrategy(runs: readonly RunFacts[], budget: number) {
  const [picked, setName] = useState('');
  const names = useMemo(() => splitNames(runs, budget), [runs, budget]);
  const name = names.find((each) => each === picked) ?? names[0] ?? null;
  return { names, name, setName };
}

export interface StrategyFieldProps {
  readonly names: readonly string[];
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** Nothing to choose where there is one alone. */
export function StrategyField({ names, name, onChange }: StrategyFieldProps) {
  if (names.length < 2) return null;
  const options = names.map((each) => ({ value: each, label: each }));
  return <SelectField label="Strategy" value={name} {...{ options, onChange }} />;
}

/** What figures of splits come from. */
export function provenanceOfSplits({
  group,
  runs,
  budget,
  name,
  prompts,
}: SplitsOfRuns & { readonly name: string; readonly prompts: number }): string {
  const read = runs.filter((run) =>
    run.splits.some((each) => each.name === name && each.budget === budget),
  );
  return provenanceOf({ group, prompts, runs: read.length, begun: read });
}
