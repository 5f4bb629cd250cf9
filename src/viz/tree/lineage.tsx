import { memo } from 'react';
import type { LineageEdge } from '../layout/lineage.ts';
import styles from './lineage.module.css';

/** The edges of a tree. */
export function Lineage({ edges }: { readonly edges: readonly LineageEdge[] }) {
  return (
    <g>
      {edges.map((edge) => (
        <Edge key={edge.id} path={edge.path} weight={edge.weight} isGrown={edge.isGrown} />
      ))}
    </g>
  );
}

/** Compared by its parts: edges are made anew with every event, and few of them differ. */
const Edge = memo(function Edge({
  path,
  weight,
  isGrown,
}: Pick<LineageEdge, 'path' | 'weight' | 'isGrown'>) {
  const growth = isGrown ? '' : (styles.planned ?? '');
  return <path className={`${styles.edge ?? ''} ${styles[weight] ?? ''} ${growth}`} d={path} />;
});
