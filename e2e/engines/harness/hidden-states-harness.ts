import {
  type BackboneSource,
  type HiddenStates,
  type HiddenStatesDescription,
  ModelLoadError,
  PolicyError,
  messageOf,
} from '../../../src/core/index.ts';
import { createHiddenStatesLoader } from '../../../src/engines/index.ts';
import { MADE_UP_MODEL } from '../../../src/rewards/reward-model/known-reward-models.ts';
import { createHeadRewardModel } from '../../../src/rewards/reward-model/head-reward-model.ts';
import { readScoreHead, makeUpHead } from '../../../src/rewards/reward-model/head/score-head.ts';
import {
  runSelfTest,
  type SelfTestResult,
} from '../../../src/rewards/reward-model/self-test/run-self-test.ts';

/** Backbones and reward models as the tests drive them in the page. Everything that goes in or out is plain data. */
export interface HiddenStatesHarness {
  load(source: BackboneSource): Promise<HiddenStatesDescription>;
  unload(): Promise<void>;
  read(text: string): Promise<ReadOutcome>;
  /** Asks for two texts at once and takes the first back after the given milliseconds; resolves to how both ended. */
  readAndAbort(first: string, second: string, milliseconds: number): Promise<ReadOutcome[]>;
  /** Starts reading without waiting. */
  begin(text: string): void;
  /** How the reading ended that was begun last. */
  ending(): Promise<ReadOutcome>;
  selfTest(): Promise<{ readonly result: SelfTestResult; readonly seconds: number }>;
  /** The made-up head, written to a file and read out of it again, scores an answer on the loaded backbone. */
  scoreWithHeadFromFile(prompt: string, response: string): Promise<number>;
}

export type ReadOutcome =
  | { readonly read: true; readonly state: readonly number[]; readonly seconds: number }
  | { readonly read: false; readonly kind: string; readonly message: string };

declare global {
  interface Window {
    hiddenStates: HiddenStatesHarness;
  }
}

const never = new AbortController().signal;
const loadHiddenStates = createHiddenStatesLoader();
let loaded: HiddenStates | null = null;
let begun: Promise<ReadOutcome> | null = null;

function inUse(): HiddenStates {
  if (loaded === null) throw new Error('No backbone is loaded.');
  return loaded;
}

async function read(text: string, signal: AbortSignal): Promise<ReadOutcome> {
  const start = performance.now();
  try {
    const state = await inUse().lastHiddenState(text, signal);
    return { read: true, state: [...state], seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    const known = error instanceof ModelLoadError || error instanceof PolicyError;
    const kind = known ? error.kind : 'unknown';
    return { read: false, kind, message: messageOf(error) };
  }
}

/** A safetensors file with the made-up head in 32 bits, as a published model would hold it. */
function headFile(width: number): File {
  const { weights, bias } = makeUpHead(width);
  const end = 4 * width;
  const header = new TextEncoder().encode(
    JSON.stringify({
      'score.weight': { dtype: 'F32', shape: [1, width], data_offsets: [0, end] },
      'score.bias': { dtype: 'F32', shape: [1], data_offsets: [end, end + 4] },
    }),
  );
  const length = new DataView(new ArrayBuffer(8));
  length.setBigUint64(0, BigInt(header.length), true);
  const numbers = Float32Array.from([...weights, bias]);
  return new File([length, header, numbers], 'model.safetensors');
}

window.hiddenStates = {
  load: async (source) => {
    loaded = await loadHiddenStates(source, () => undefined, never);
    return loaded.description;
  },
  unload: async () => {
    await loaded?.unload();
    loaded = null;
  },
  read: (text) => read(text, never),
  readAndAbort: async (first, second, milliseconds) => {
    const abort = new AbortController();
    setTimeout(() => {
      abort.abort(new Error('taken back'));
    }, milliseconds);
    return Promise.all([read(first, abort.signal), read(second, never)]);
  },
  begin: (text) => {
    begun = read(text, never);
  },
  ending: () => begun ?? Promise.reject(new Error('No reading was begun.')),
  selfTest: async () => {
    const start = performance.now();
    const result = await runSelfTest(
      {
        loadEmbedded: (onProgress, signal) =>
          loadHiddenStates({ kind: 'embedded' }, onProgress, signal),
        rewardModel: null,
      },
      () => undefined,
      never,
    );
    return { result, seconds: (performance.now() - start) / 1000 };
  },
  scoreWithHeadFromFile: async (prompt, response) => {
    const { width } = inUse().description;
    const head = await readScoreHead({ kind: 'files', files: [headFile(width)] }, width, never);
    const model = createHeadRewardModel({ hiddenStates: inUse(), head, entry: MADE_UP_MODEL });
    const request = { prompt, preference: '', conditionedOn: 'prompt', response } as const;
    return (await model.score(request, never)).value;
  },
};
