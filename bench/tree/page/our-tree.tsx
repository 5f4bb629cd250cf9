import type { ArmTree } from '../../../src/core/index.ts';
import { SamplingTreeView } from '../../../src/viz/order-charts.ts';

const PLAN = { prompt: 'Why walk every day?', preference: 'Answer in one sentence.' };
const DOMAIN = { least: 0, most: 5 };

/** The arm as the page draws it. */
export function OurTree({ arm }: { readonly arm: ArmTree }) {
  return (
    <SamplingTreeView
      arm={arm}
      plan={PLAN}
      domain={DOMAIN}
      selectedId={null}
      onSelect={() => undefined}
    />
  );
}
