import { Suspense } from 'react';
import { Badge, Disclosure, latePart, Region } from '../../../ui/index.ts';
import type { CalculatorProps } from './calculator.tsx';

const { Part: Calculator } = latePart<CalculatorProps>(
  async () => (await import('./calculator.tsx')).Calculator,
  'The calculator could not be fetched. Open it again when the network is back.',
);

/** The calculator, fetched when it is opened. */
export function CalculatorSection({ runs }: CalculatorProps) {
  return (
    <Region name="Calculator" aside={<Badge>a model, not a measurement</Badge>}>
      <Disclosure title="A toy world" summary="where to split N, before anything is sampled" isLate>
        <Suspense fallback={<p role="status">Fetching the calculator …</p>}>
          <Calculator runs={runs} />
        </Suspense>
      </Disclosure>
    </Region>
  );
}
