import type { Split } from '../../core/index.ts';

/** Which run is laid beside another: a kept one, or one that came with the page. */
export type RunKey = (
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'recorded'; readonly name: string }
) & {
  /** At which it is shown; none for that which it was planned with. */
  readonly split?: Split;
};

const PREFIXES = { saved: 'run:', recorded: 'recorded:' } as const;

/** As it stands in the address: "run:7f0c", "recorded:first~4-4". */
export function writeRunKey(key: RunKey): string {
  const run =
    key.kind === 'saved' ? `${PREFIXES.saved}${key.id}` : `${PREFIXES.recorded}${key.name}`;
  return key.split === undefined ? run : `${run}~${key.split.join('-')}`;
}

/** The address at which a run is laid beside another; without another, where that is chosen. */
export function besidePath(one: RunKey, other: RunKey | null = null): string {
  const path = `/beside/${writeRunKey(one)}`;
  return other === null ? path : `${path}/${writeRunKey(other)}`;
}
