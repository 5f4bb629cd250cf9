import * as z from 'zod/mini';
import type { HiddenStatesDescription } from '../../core/index.ts';
import type { Locks } from '../worker/life-lock.ts';
import { countSchema, type Service, type WorkerMessage } from '../worker/messages.ts';
import { serveModel, type ModelLoader, type ServingPort } from '../worker/serve-model.ts';

/** A backbone behind a worker is asked for a text, and makes one hidden state of it. */
export const HIDDEN_STATES_SERVICE: Service<HiddenStatesDescription, string, Float32Array> = {
  description: z.object({
    id: z.string(),
    name: z.string(),
    device: z.string(),
    contextTokens: countSchema,
    width: countSchema,
    addsBeginToken: z.boolean(),
    addsEndToken: z.boolean(),
    chatTemplate: z.nullable(z.string()),
  }),
  request: z.string(),
  made: z.instanceof(Float32Array),
  placesOf: () => 1,
};

/** A loaded backbone inside its worker. */
export interface Backbone {
  readonly description: HiddenStatesDescription;
  /** @throws PolicyError */
  read(text: string, signal: AbortSignal): Promise<Float32Array>;
}

/** The worker's side: loads one backbone. */
export type BackboneLoader = ModelLoader<Backbone>;

/** Serves a backbone for as long as the worker lives. */
export function serveHiddenStates(
  port: ServingPort<WorkerMessage<HiddenStatesDescription, Float32Array>>,
  loader: BackboneLoader,
  locks: Locks,
): void {
  serveModel(port, { service: HIDDEN_STATES_SERVICE, loader, answer }, locks);
}

async function* answer(
  backbone: Backbone,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<Float32Array, void, undefined> {
  yield await backbone.read(text, signal);
}
