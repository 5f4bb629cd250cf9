import { useMemo, useState } from 'react';
import {
  armsOfSets,
  type OverlayPanel,
  type RunFacts,
  type RunSet,
  setsOfRuns,
} from '../../../studies/index.ts';
import {
  CheckboxesField,
  CheckboxField,
  ChoiceButtons,
  countOf,
  Disclosure,
  Note,
} from '../../../ui/index.ts';
import styles from '../studies.module.css';
import { useWorked } from '../use-worked.ts';
import { WorkingLine } from '../working-line.tsx';
import { OverlayChart, type OverlayUnit } from './overlay-chart.tsx';

export interface OverlayPaneProps {
  readonly facts: readonly RunFacts[];
  /** Names of studies by the ids of their runs, each name of one study alone. */
  readonly studies: ReadonlyMap<string, string>;
}

/** Several studies, or other parts of the runs, with their curves in one chart, folded. */
export function OverlayPane(props: OverlayPaneProps) {
  if (props.facts.length === 0) return null;
  return (
    <Disclosure title="Several studies over each other" summary="their curves in one chart" isLate>
      <Overlay {...props} />
    </Disclosure>
  );
}

type PartedBy = 'study' | 'group' | 'preference';

const PARTS = [
  { value: 'study', name: 'Study', title: 'Those that were sampled in this browser' },
  { value: 'group', name: 'Model and scorer', title: 'With their versions and settings' },
  { value: 'preference', name: 'Preference', title: 'Each z apart' },
] as const;

const UNITS = [
  { value: 'responses', name: 'Responses', title: 'Of the budget N; feedback is free' },
  { value: 'tokens', name: 'Tokens', title: 'Read anew or written, feedback’s too' },
] as const;

function Overlay({ facts, studies }: OverlayPaneProps) {
  const [by, setBy] = useState<PartedBy>(studies.size > 0 ? 'study' : 'group');
  const [unit, setUnit] = useState<OverlayUnit>('responses');
  const sets = useMemo(() => setsOfRuns(facts, partOf(by, studies)), [facts, by, studies]);
  const { chosen, setChosen } = useChosenSets(sets);
  const { offered, arms, setArms } = useChosenArms(chosen);
  const [onSharedPrompts, setShared] = useState(true);
  const wish = useMemo(
    () => ({ asked: { sets: chosen, arms, onSharedPrompts }, about: null }),
    [chosen, arms, onSharedPrompts],
  );
  const { shown, isWorking, problem } = useWorked('overlay', wish);
  return (
    <div className={styles.picker}>
      <div className={styles.actions}>
        <ChoiceButtons label="A line for each" value={by} choices={PARTS} onChange={setBy} />
        <ChoiceButtons label="Measured by" value={unit} choices={UNITS} onChange={setUnit} />
      </div>
      {sets.length < 2 && <Note>{ONE_ALONE[by]}</Note>}
      <Boxes
        legend="Runs"
        boxes={sets.map(boxOfSet)}
        chosen={chosen.map(({ id }) => id)}
        onChange={setChosen}
      />
      <Boxes legend="Arms of each" boxes={offered.map(boxOfArm)} chosen={arms} onChange={setArms} />
      <CheckboxField
        label="Only prompts that all of them have"
        checked={onSharedPrompts}
        hint="Of other prompts a difference may be the prompts’ own."
        onChange={setShared}
      />
      <WorkingLine {...{ isWorking, problem }} />
      {shown !== null && <Panels panels={shown.made} unit={unit} />}
    </div>
  );
}

const ONE_ALONE: Readonly<Record<PartedBy, string>> = {
  study: 'All of these runs are of one study: read all of yours above, or sample another.',
  group: 'All of these runs have one model, scorer and settings.',
  preference: 'All of these runs have one preference.',
};

/** What a run is a part of. */
function partOf(by: PartedBy, studies: ReadonlyMap<string, string>) {
  return ({ runId, preference }: RunFacts): string => {
    if (by === 'study') return studies.get(runId) ?? 'Runs of no study here';
    return by === 'preference' ? preference.trim() || 'Without a preference' : '';
  };
}

/** Lines of a chart are told apart by their dashes: at first two sets, of which rewards are on one axis. */
function useChosenSets(sets: readonly RunSet[]) {
  const [picked, setChosen] = useState<readonly string[] | null>(null);
  const chosen = useMemo(
    () => stillOffered(sets, ({ id }) => id, picked) ?? firstSets(sets),
    [sets, picked],
  );
  return { chosen, setChosen };
}

const FIRST_SETS = 2;

function firstSets(sets: readonly RunSet[]): readonly RunSet[] {
  const alike = (scale: string) => sets.filter((set) => set.scale.key === scale);
  const several = sets.find(({ scale }) => alike(scale.key).length >= FIRST_SETS) ?? sets[0];
  return several === undefined ? [] : alike(several.scale.key).slice(0, FIRST_SETS);
}

const FIRST_ARMS = 2;

function useChosenArms(sets: readonly RunSet[]) {
  const [picked, setArms] = useState<readonly string[] | null>(null);
  const offered = useMemo(() => armsOfSets(sets), [sets]);
  const arms = useMemo(
    () => stillOffered(offered, (label) => label, picked) ?? offered.slice(0, FIRST_ARMS),
    [offered, picked],
  );
  return { offered, arms, setArms };
}

/** What was picked of what is offered by now; null where nothing was picked yet, or none of it is offered any more. */
function stillOffered<Offer>(
  offered: readonly Offer[],
  idOf: (offer: Offer) => string,
  picked: readonly string[] | null,
): readonly Offer[] | null {
  if (picked === null) return null;
  const known = offered.filter((offer) => picked.includes(idOf(offer)));
  return known.length > 0 || picked.length === 0 ? known : null;
}

interface Box {
  readonly value: string;
  readonly label: string;
}

const boxOfSet = ({ id, name, runs }: RunSet): Box => ({
  ...{ value: id, label: `${name}: ${countOf(runs.length, 'run')}` },
});
const boxOfArm = (label: string): Box => ({ value: label, label });

interface BoxesProps {
  readonly legend: string;
  readonly boxes: readonly Box[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** So many boxes are shown at once: none is to be looked for behind an edge. */
const MOST_IN_VIEW = 32;

function Boxes({ boxes, ...field }: BoxesProps) {
  const isShort = boxes.length <= MOST_IN_VIEW;
  return (
    <CheckboxesField
      {...field}
      choices={boxes}
      className={`${styles.arms ?? ''} ${isShort ? (styles.kinds ?? '') : ''}`}
    />
  );
}

interface PanelsProps {
  readonly panels: readonly OverlayPanel[];
  readonly unit: OverlayUnit;
}

function Panels({ panels, unit }: PanelsProps) {
  return (
    <>
      {panels.length === 0 && <Note role="status">Choose runs and arms.</Note>}
      {panels.length > 1 && <Note>{APART}</Note>}
      {panels.map((panel) => (
        <OverlayChart key={panel.scale.key} {...{ panel, unit }} />
      ))}
    </>
  );
}

const APART =
  'Rewards of other scorers, or of other versions or settings of one, have another scale: each has a chart of its own.';
