import {
  type CatalogAssessment,
  type ModelSource,
  type PolicyDescription,
  textScorerOf,
} from '../../../src/core/index.ts';
import {
  type GenerationRequest,
  type LoadedPolicy,
  type LoadProgress,
  type ScoredText,
  type ScoreTextRequest,
  ModelLoadError,
  PolicyError,
  messageOf,
} from '../../../src/core/index.ts';
import { createModelCatalog } from '../../../src/engines/index.ts';
import { createScriptedPolicy, wordScript } from '../../../src/engines/testing/scripted-policy.ts';
import {
  POLICY_CONTRACT,
  readAnswer,
  type Answer,
} from '../../../src/engines/testing/policy-contract.ts';
import { SCORING_CONTRACT } from '../../../src/engines/testing/scoring-contract.ts';

import './hidden-states-harness.ts';

/** What the tests drive in the page. Everything that goes in or out is plain data. */
export interface Harness {
  assess(): Promise<CatalogAssessment>;
  /** Loads a model and keeps it as the one in use; resolves to what was reported. */
  load(source: ModelSource): Promise<LoadOutcome>;
  /** Loads a GGUF from a file that the page makes of these bytes. */
  loadFile(name: string, bytes: readonly number[]): Promise<LoadOutcome>;
  /** Loads and cancels at the first progress report of this stage. */
  cancelLoadAt(source: ModelSource, stage: LoadProgress['stage']): Promise<LoadOutcome>;
  useScripted(): void;
  unload(): Promise<void>;
  check(name: string): Promise<void>;
  answer(request: GenerationRequest): Promise<AnswerOutcome>;
  scoreText(request: ScoreTextRequest): Promise<ScoreOutcome>;
  /** Starts an answer; resolves when its first text is there. */
  begin(request: GenerationRequest): Promise<void>;
  /** How the answer ended that was begun last. */
  ending(): Promise<AnswerOutcome>;
}

export type LoadOutcome =
  | {
      readonly loaded: true;
      readonly description: PolicyDescription;
      readonly progress: readonly LoadProgress[];
      readonly seconds: number;
    }
  | { readonly loaded: false; readonly kind: string; readonly message: string };

export type AnswerOutcome =
  | ({ readonly answered: true; readonly seconds: number } & Answer)
  | { readonly answered: false; readonly kind: string; readonly message: string };

export type ScoreOutcome =
  | ({ readonly scored: true; readonly seconds: number } & ScoredText)
  | { readonly scored: false; readonly kind: string; readonly message: string };

declare global {
  interface Window {
    harness: Harness;
  }
}

const catalog = createModelCatalog();
const never = new AbortController().signal;
let policy: LoadedPolicy | null = null;
let begun: Promise<AnswerOutcome> | null = null;

function inUse(): LoadedPolicy {
  if (policy === null) throw new Error('No model is loaded.');
  return policy;
}

function failed(error: unknown): { readonly kind: string; readonly message: string } {
  const known = error instanceof ModelLoadError || error instanceof PolicyError;
  return {
    kind: known ? error.kind : 'unknown',
    message: messageOf(error),
  };
}

async function load(source: ModelSource): Promise<LoadOutcome> {
  const progress: LoadProgress[] = [];
  const start = performance.now();
  try {
    policy = await catalog.load(source, (report) => progress.push(report), never);
    const seconds = (performance.now() - start) / 1000;
    return { loaded: true, description: policy.description, progress, seconds };
  } catch (error) {
    return { loaded: false, ...failed(error) };
  }
}

async function cancelLoadAt(
  source: ModelSource,
  stage: LoadProgress['stage'],
): Promise<LoadOutcome> {
  const abort = new AbortController();
  try {
    const loaded = await catalog.load(
      source,
      (report) => {
        if (report.stage === stage) abort.abort(new Error('cancelled by the test'));
      },
      abort.signal,
    );
    return { loaded: true, description: loaded.description, progress: [], seconds: 0 };
  } catch (error) {
    return { loaded: false, ...failed(error) };
  }
}

async function answer(request: GenerationRequest): Promise<AnswerOutcome> {
  const start = performance.now();
  try {
    const whole = await readAnswer(inUse(), request);
    return { answered: true, seconds: (performance.now() - start) / 1000, ...whole };
  } catch (error) {
    return { answered: false, ...failed(error) };
  }
}

async function scoreText(request: ScoreTextRequest): Promise<ScoreOutcome> {
  const start = performance.now();
  try {
    const text = await textScorerOf(inUse()).scoreText(request, never);
    return { scored: true, seconds: (performance.now() - start) / 1000, ...text };
  } catch (error) {
    return { scored: false, ...failed(error) };
  }
}

async function begin(request: GenerationRequest): Promise<void> {
  await new Promise<void>((resolve) => {
    const chunks = inUse().generate(request, never);
    const observed = {
      ...inUse(),
      generate: async function* () {
        for await (const chunk of chunks) {
          resolve();
          yield chunk;
        }
      },
    };
    begun = readAnswer(observed, request).then(
      (whole) => ({ answered: true, seconds: 0, ...whole }),
      (error: unknown) => ({ answered: false, ...failed(error) }),
    );
  });
}

const words = ['pear', 'plum', 'fig', 'quince', 'medlar', 'sloe', 'lime', 'date'];

window.harness = {
  assess: () => catalog.assess(never),
  load,
  loadFile: (name, bytes) =>
    load({ kind: 'gguf-file', files: [new File([Uint8Array.from(bytes)], name)] }),
  cancelLoadAt,
  useScripted: () => {
    policy = createScriptedPolicy((request, call) =>
      request.messages.at(-1)?.content === 'Say only: hi'
        ? { kind: 'answer', pieces: ['hi'] }
        : wordScript(words, 1000)(request, call),
    );
  },
  unload: async () => {
    await policy?.unload();
    policy = null;
  },
  check: async (name) => {
    const check = [...POLICY_CONTRACT, ...SCORING_CONTRACT].find((one) => one.name === name);
    if (check === undefined) throw new Error(`There is no check “${name}”.`);
    await check.run(inUse());
  },
  answer,
  scoreText,
  begin,
  ending: () => begun ?? Promise.reject(new Error('No answer was begun.')),
};
