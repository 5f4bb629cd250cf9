import { useMemo, useState } from 'react';
import type { NodeId, ResponseAddress } from '../../core/index.ts';
import { FREE_SCORER } from '../../rewards/index.ts';
import { Note, Problem, Region, SelectField } from '../../ui/index.ts';
import { RewardTable } from '../../viz/index.ts';
import { type BesideArm, besideArms, pairsOf, winnersSentence } from './beside-arms.ts';
import { BesidePictures } from './beside-pictures.tsx';
import { BesideTable } from './beside-table.tsx';
import { BesideTexts } from './beside-texts.tsx';
import { type Difference, differencesOf, whyTwoAxes } from './differences.ts';
import { DifferencesTable } from './differences-table.tsx';
import { type Both, useBothRead } from './use-both-read.ts';
import styles from './beside.module.css';

/** By which rewards two runs are read: each by its own, or both for the preference of one of them. */
type Reading = 'own' | 'A' | 'B';

/** Two runs beside each other: what differs, every response on one axis where rewards compare, the winners' texts, what it took. */
export function BesidePane({ one, other }: Both) {
  const [reading, setReading] = useState<Reading>('own');
  const readings = readingsOf({ one, other });
  const preference = readings.find(({ value }) => value === reading)?.preference ?? null;
  const { both, problem } = useBothRead({ one, other }, preference);
  const differences = useMemo(() => differencesOf(one.run, other.run), [one, other]);
  return (
    <div className={styles.pane}>
      <WhatDiffers differences={differences} />
      {readings.length > 1 && (
        <div className={styles.reading}>
          <SelectField
            label="Rewards"
            value={reading}
            options={readings.map(({ value, label }) => ({ value, label }))}
            onChange={(value) => {
              setReading(readings.find((each) => each.value === value)?.value ?? 'own');
            }}
          />
        </div>
      )}
      {problem !== null && <Problem role="alert">{problem}</Problem>}
      {both === null ? (
        problem === null && <Note role="status">Scoring both …</Note>
      ) : (
        <Read
          {...both}
          why={preference === null ? whyTwoAxes(one.run, other.run) : null}
          isOnePreference={
            preference !== null || one.run.plan.preference === other.run.plan.preference
          }
        />
      )}
    </div>
  );
}

interface OfferedReading {
  readonly value: Reading;
  readonly label: string;
  /** Null for each run's own. */
  readonly preference: string | null;
}

/** Another prompt's answers can't be read for a preference of this one's. */
function readingsOf({ one, other }: Both): readonly OfferedReading[] {
  const own = { value: 'own', label: 'each run’s own', preference: null } as const;
  if (one.run.plan.prompt !== other.run.plan.prompt) return [own];
  const wishes = [
    { value: 'A', preference: one.run.plan.preference },
    { value: 'B', preference: other.run.plan.preference },
  ] as const;
  const distinct = wishes.filter(
    ({ preference }, place) => preference !== '' && preference !== wishes[place - 1]?.preference,
  );
  return [
    own,
    ...distinct.map(({ value, preference }) => ({
      ...{ value, preference },
      label: `${FREE_SCORER.name} on both, for ${value}’s preference`,
    })),
  ];
}

function WhatDiffers({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <Region name="What differs">
      {differences.length === 0 ? (
        <p>Nothing that was set up differs.</p>
      ) : (
        <DifferencesTable differences={differences} />
      )}
    </Region>
  );
}

interface ReadProps extends Both {
  /** Why they have two axes; null where they have one. */
  readonly why: string | null;
  readonly isOnePreference: boolean;
}

/** Two runs by one reading. */
function Read({ one, other, why, isOnePreference }: ReadProps) {
  const arms = useMemo(() => besideArms(one, other), [one, other]);
  const pairs = useMemo(() => pairsOf(arms), [arms]);
  const [opened, setOpened] = useState<ReadonlyMap<string, NodeId>>(new Map());
  const [selected, setSelected] = useState<ResponseAddress | null>(null);
  const open = (node: ResponseAddress): void => {
    setSelected(node);
    setOpened(new Map([...opened, [node.armId, node.nodeId]]));
  };
  const sentences =
    why === null ? pairs.flatMap((pair) => winnersSentence(pair, isOnePreference) ?? []) : [why];
  return (
    <>
      <Region name="Both on one picture" isNameUnseen>
        <ul className={styles.sentences} aria-live="polite">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Note>
          {!isOnePreference &&
            'Each run is scored for its own preference: a higher reward says that it met its own better, as this scorer has it. '}
          One prompt and one seed each say little.
        </Note>
        <BesidePictures arms={arms} isOneAxis={why === null} selected={selected} onSelect={open} />
        <InWords arms={arms} onSelect={open} />
      </Region>
      <BesideTexts {...{ pairs, opened }} />
      <BesideTable arms={arms} />
    </>
  );
}

/** What the picture says, as tables. */
function InWords({
  arms,
  onSelect,
}: {
  readonly arms: readonly BesideArm[];
  readonly onSelect: (node: ResponseAddress) => void;
}) {
  return (
    <div className={styles.inWords}>
      {arms.map(({ arm, label }) => (
        <section key={arm.arm.id} aria-label={label}>
          <b>{label}</b>
          <RewardTable
            arm={arm}
            onSelect={(nodeId) => {
              onSelect({ armId: arm.arm.id, nodeId });
            }}
          />
        </section>
      ))}
    </div>
  );
}
