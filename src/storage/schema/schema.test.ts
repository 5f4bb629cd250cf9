import { describe, expectTypeOf, it } from 'vitest';
import type * as z from 'zod/mini';
import type { DurableEvent, RunHeader } from '../../core/index.ts';
import type { eventSchema } from './event-schema.ts';
import type { headerSchema } from './header-schema.ts';

type DeepReadonly<Value> = { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> };
type EventOf<Type> = Extract<DurableEvent, { type: Type }>;
type ReadEvent = DeepReadonly<z.output<typeof eventSchema>>;

// Checked by the compiler: a field that the contract gains and the schema doesn't would be dropped without a word.
describe('the schemas', () => {
  it('read every field of the header', () => {
    expectTypeOf<DeepReadonly<z.output<typeof headerSchema>>>().toEqualTypeOf<
      DeepReadonly<RunHeader>
    >();
  });

  it('read every event, and every field of it', () => {
    expectTypeOf<ReadEvent['type']>().toEqualTypeOf<DurableEvent['type']>();
    expectTypeOf<ReadEvent>().toEqualTypeOf<DeepReadonly<DurableEvent>>();
    expectTypeOf<EventOf<'reward-given'>>().not.toBeNever();
  });
});
