import {
  type GenerationChunk,
  type GenerationRequest,
  type LoadedPolicy,
  type PolicyDescription,
  type PolicyErrorKind,
  type ScoredText,
  type ScoreTextRequest,
  textScorerOf,
} from '../../../src/core/index.ts';
import { PolicyError, messageOf } from '../../../src/core/index.ts';
import { createModelCatalog } from '../../../src/engines/index.ts';
import { LLAMA_CPP } from '../../../src/engines/llama-cpp/llama-cpp-model.ts';

/** What scorers outside this page ask of the embedded model in it. Everything that goes in or out is plain data. */
export interface EmbeddedPage {
  load(): Promise<PageOutcome<PolicyDescription>>;
  generate(request: GenerationRequest): Promise<PageOutcome<readonly GenerationChunk[]>>;
  scoreText(request: ScoreTextRequest): Promise<PageOutcome<ScoredText>>;
}

/** Errors lose their class on the way out of a page. */
export type PageOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly kind: PolicyErrorKind; readonly message: string };

declare global {
  interface Window {
    embedded: EmbeddedPage;
  }
}

const never = new AbortController().signal;
let policy: LoadedPolicy | null = null;

function inUse(): LoadedPolicy {
  if (policy === null) throw new Error('No model is loaded.');
  return policy;
}

async function told<Value>(work: () => Promise<Value>): Promise<PageOutcome<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const kind = error instanceof PolicyError ? error.kind : 'engine-failed';
    return { ok: false, kind, message: messageOf(error) };
  }
}

window.embedded = {
  load: () =>
    told(async () => {
      const source = { kind: 'embedded', engine: LLAMA_CPP } as const;
      policy = await createModelCatalog().load(source, () => undefined, never);
      return policy.description;
    }),
  generate: (request) =>
    told(async () => {
      const chunks: GenerationChunk[] = [];
      for await (const chunk of inUse().generate(request, never)) chunks.push(chunk);
      return chunks;
    }),
  scoreText: (request) => told(() => textScorerOf(inUse()).scoreText(request, never)),
};
