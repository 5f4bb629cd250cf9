import { useMemo } from 'react';
import type { ResponseAddress } from '../../core/index.ts';
import { rewardDomain, RewardPicture } from '../../viz/index.ts';
import type { BesideArm } from './beside-arms.ts';
import styles from './beside.module.css';

export interface BesidePicturesProps {
  readonly arms: readonly BesideArm[];
  /** Whether the rewards of the two compare; else each run has an axis of its own. */
  readonly isOneAxis: boolean;
  readonly selected: ResponseAddress | null;
  readonly onSelect: (node: ResponseAddress) => void;
}

/** The responses of two runs at their rewards. */
export function BesidePictures({ arms, isOneAxis, ...chosen }: BesidePicturesProps) {
  const groups = useMemo(
    () =>
      isOneAxis
        ? [arms]
        : [arms.filter(({ side }) => side === 'A'), arms.filter(({ side }) => side === 'B')],
    [arms, isOneAxis],
  );
  return (
    <div className={styles.pictures}>
      {groups.map((group, place) => (
        <OneAxis key={place} group={group} {...chosen} />
      ))}
    </div>
  );
}

interface OneAxisProps extends Omit<BesidePicturesProps, 'arms' | 'isOneAxis'> {
  readonly group: readonly BesideArm[];
}

function OneAxis({ group, selected, onSelect }: OneAxisProps) {
  const arms = useMemo(() => group.map(({ arm }) => arm), [group]);
  const domain = useMemo(() => rewardDomain(arms), [arms]);
  const labels = useMemo(
    () => new Map(group.map(({ arm, label }) => [arm.arm.id, label])),
    [group],
  );
  return <RewardPicture {...{ arms, domain, labels, selected, onSelect }} />;
}
