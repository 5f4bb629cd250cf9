import type { RunPlan } from '../../core/index.ts';
import { planSchema } from './header-schema.ts';

/** Reads the plan of a run. @throws an error that names the field where it isn't one */
export function readPlan(value: unknown): RunPlan {
  return planSchema.parse(value);
}
