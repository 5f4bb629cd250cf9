import { useMemo, useState } from 'react';
import {
  type ArmOfRuns,
  armsOfRuns,
  budgetsOf,
  type NamedGroup,
  type RunFacts,
} from '../../studies/index.ts';
import { CheckboxesField, countOf, Note, Region, SelectField } from '../../ui/index.ts';
import { FindingPane } from './finding-pane.tsx';
import { CalculatorSection } from './calculator/calculator-section.tsx';
import { leftOutSentence } from './left-out-runs.ts';
import styles from './studies.module.css';
import type { ChosenGroup } from './use-group.ts';
import { useWorked } from './use-worked.ts';
import { WorkingLine } from './working-line.tsx';

export interface FindingOfRunsProps {
  readonly facts: readonly RunFacts[];
  readonly chosen: ChosenGroup;
  /** Whether the runs were chosen for what came of them. */
  readonly areChosen: boolean;
}

/** The finding of one group of the runs, and a model to think in beside it. */
export function FindingOfRuns({ facts, chosen, areChosen }: FindingOfRunsProps) {
  const { group } = chosen;
  return (
    <>
      {group !== null && <FindingOfGroup {...{ facts, areChosen }} {...chosen} group={group} />}
      <CalculatorSection runs={chosen.runs} />
    </>
  );
}

interface FindingOfGroupProps extends Omit<FindingOfRunsProps, 'chosen'>, ChosenGroup {
  readonly group: NamedGroup;
}

/** With the arms that are compared in it. Groups are never averaged. */
function FindingOfGroup(props: FindingOfGroupProps) {
  const { facts, areChosen, groups, group, runs, setGroup } = props;
  const { budgets, budget, setBudget } = useBudget(runs);
  const { offered, arms, setArms } = useArms(runs, budget);
  const wish = useMemo(
    () => ({ asked: { runs, arms }, about: { group, budget, runs } }),
    [runs, arms, group, budget],
  );
  const { shown, isWorking, problem } = useWorked('finding', wish);
  const leftOut = leftOutSentence(facts, runs);
  return (
    <>
      <Region name="What is compared">
        <div className={styles.search}>
          {groups.length > 1 && <GroupField {...{ groups, group }} onChange={setGroup} />}
          {budgets.length > 1 && <BudgetField {...{ budgets, budget }} onChange={setBudget} />}
        </div>
        {groups.length === 1 && <Note>{group.name}</Note>}
        {leftOut !== '' && <Note>{leftOut}</Note>}
        <ArmPicker {...{ offered, arms }} onChange={setArms} />
        <WorkingLine {...{ isWorking, problem }} />
      </Region>
      {shown?.made.arms.length === 0 && (
        <Note role="status">Choose arms that at least one run has all of.</Note>
      )}
      {shown !== null && shown.made.arms.length > 0 && (
        <FindingPane finding={shown.made} {...shown.about} areChosen={areChosen} />
      )}
    </>
  );
}

interface GroupFieldProps {
  readonly groups: readonly NamedGroup[];
  readonly group: NamedGroup;
  readonly onChange: (key: string) => void;
}

function GroupField({ groups, group, onChange }: GroupFieldProps) {
  return (
    <SelectField
      label="Model and scorer"
      value={group.key}
      options={groups.map(({ key, name, runs }) => ({
        value: key,
        label: `${name} (${countOf(runs, 'run')})`,
      }))}
      onChange={onChange}
      hint="Rewards of other models, scorers or settings are not averaged with these."
    />
  );
}

interface BudgetFieldProps {
  readonly budgets: readonly number[];
  readonly budget: number;
  readonly onChange: (budget: number) => void;
}

function BudgetField({ budgets, budget, onChange }: BudgetFieldProps) {
  return (
    <SelectField
      label="Budget N"
      value={String(budget)}
      options={budgets.map((each) => ({ value: String(each), label: String(each) }))}
      onChange={(value) => {
        onChange(Number(value));
      }}
    />
  );
}

function useBudget(runs: readonly RunFacts[]) {
  const [picked, setBudget] = useState<number | null>(null);
  const budgets = useMemo(() => budgetsOf(runs), [runs]);
  const budget = budgets.find((each) => each === picked) ?? budgets[0] ?? 0;
  return { budgets, budget, setBudget };
}

/** Arms that are compared without being asked for, at most. */
const MOST_ARMS = 4;

/** Which arms are compared: at first those that runs of most prompts were begun with. */
function useArms(runs: readonly RunFacts[], budget: number) {
  const [picked, setArms] = useState<readonly string[]>([]);
  const offered = useMemo(() => armsOfRuns(runs, budget), [runs, budget]);
  const arms = useMemo(() => {
    const known = offered.filter(({ label }) => picked.includes(label));
    const most = offered[0]?.prompts ?? 0;
    const shared = offered.filter(({ prompts }) => prompts === most);
    const planned = shared.filter(({ isPlanned }) => isPlanned);
    const first = (planned.length > 0 ? planned : shared).slice(0, MOST_ARMS);
    return (known.length > 0 ? known : first).map(({ label }) => label);
  }, [offered, picked]);
  return { offered, arms, setArms };
}

interface ArmPickerProps {
  readonly offered: readonly ArmOfRuns[];
  readonly arms: readonly string[];
  readonly onChange: (arms: readonly string[]) => void;
}

function ArmPicker({ offered, arms, onChange }: ArmPickerProps) {
  return (
    <CheckboxesField
      legend="Arms"
      className={styles.arms}
      choices={offered.map(({ label, prompts }) => ({
        value: label,
        label: `${label}: ${countOf(prompts, 'prompt')}`,
      }))}
      chosen={arms}
      onChange={onChange}
    />
  );
}
