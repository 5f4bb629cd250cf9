import { ModelLoadError, type ModelLoadErrorKind } from '../../core/index.ts';
import { wordsOf } from '../worker/failures.ts';

/** Where the files of a model are. */
export interface ModelAddresses {
  readonly config: string;
  readonly tensorCache: string;
  readonly tokenizer: string;
  readonly library: string;
}

/** What came of asking for a file again: it is there, the server has not got it, or the server was not reached. */
export type ProbeResult =
  | { readonly outcome: 'there' }
  | { readonly outcome: 'refused'; readonly status: number }
  | { readonly outcome: 'unreachable' };

/** Asks for the start of files again after a failure, because WebLLM's words often don't say which file it was. */
export interface Probe {
  ask(url: string): Promise<ProbeResult>;
  /** Addresses of the weights' parts; empty where their list can't be read. */
  listShards(tensorCacheUrl: string): Promise<readonly string[]>;
}

/** Why WebLLM could not load a model, in a sentence with the next step. */
export async function explainLoadFailure(
  error: unknown,
  addresses: ModelAddresses,
  probe: Probe,
): Promise<ModelLoadError> {
  if (error instanceof ModelLoadError) return error;
  const words = wordsOf(error);
  const [kind, sentence] =
    byWords(words, addresses) ??
    (await byProbe(words, addresses, probe)) ??
    (/fetch|network|Load failed|'add' on 'Cache'/i.test(words)
      ? connectionLost(new URL('.', addresses.config).href)
      : (['load-failed', `WebLLM could not load this model: ${words}`] as const));
  return new ModelLoadError(kind, sentence, { cause: error });
}

type Explanation = readonly [kind: ModelLoadErrorKind, sentence: string];

/** The errors whose words say it all. */
function byWords(words: string, { library }: ModelAddresses): Explanation | null {
  if (/quota|storage is full/i.test(words)) {
    return [
      'storage-full',
      'The browser has no room left to keep this model. Free some disk space or clear this site’s stored data, then load it again.',
    ];
  }
  // WebLLM's own check against the sums that came with the model.
  const [, wrong] = /IntegrityError.*?(https?:\S+?)[:.,]?(\s|$)/.exec(words) ?? [];
  if (words.includes('IntegrityError')) {
    return [
      'load-failed',
      `What came from ${wrong ?? 'the server'} is not the part of the model that it should be: it was damaged on its way, or replaced. It was not kept: load the model again to fetch it anew.`,
    ];
  }
  if (words.includes('LinkError')) {
    return [
      'library-mismatch',
      `${library} was built for another version of WebLLM. Use the library that was made for this one.`,
    ];
  }
  if (/shader-f16|FeatureSupport|exceeds limit/i.test(words)) {
    return [
      'does-not-fit',
      `This graphics adapter can’t run the model; choose a smaller one or one computed in 32 bits (q4f32). WebLLM’s words: ${words}`,
    ];
  }
  if (/compatible GPU/i.test(words)) return NO_ADAPTER;
  if (/WebGPUNotAvailable/i.test(words)) return NO_WEBGPU;
  if (/DeviceLost|out of memory|OutOfMemory|allocation failed/i.test(words)) return OUT_OF_MEMORY;
  return null;
}

/** Asks which file is missing; the library first, since it is the likelier to be mistyped. */
async function byProbe(
  words: string,
  { config, tensorCache, library }: ModelAddresses,
  probe: Probe,
): Promise<Explanation | null> {
  const found = await probe.ask(library);
  if (found.outcome === 'unreachable') return connectionLost(library);
  if (found.outcome === 'refused') {
    return [
      'library-not-found',
      `The server answered ${String(found.status)} for the model’s library ${library}. Check its address.`,
    ];
  }
  for (const url of [config, tensorCache, ...(await probe.listShards(tensorCache))]) {
    const part = await probe.ask(url);
    if (part.outcome === 'unreachable') return connectionLost(url);
    if (part.outcome === 'refused') {
      return [
        'weights-not-found',
        `The server answered ${String(part.status)} for a part of the model, ${url}. Check the address, or choose another model.`,
      ];
    }
  }
  if (words.includes('CompileError')) {
    return ['library-mismatch', `${library} is not a WebLLM library. Check its address.`];
  }
  if (/SyntaxError|JSON/.test(words)) {
    return [
      'not-a-model',
      `${config}, or a list beside it, is not a WebLLM model’s. Check the address.`,
    ];
  }
  return null;
}

function connectionLost(url: string): Explanation {
  return [
    'connection-lost',
    `The connection was lost while fetching ${url}. Check the network, then load it again: parts that arrived are kept.`,
  ];
}

export const NO_WEBGPU: Explanation = [
  'no-webgpu',
  'This browser has no WebGPU. Use a current Chrome, Edge or Safari, or choose a model that runs on the processor.',
];

export const NO_ADAPTER: Explanation = [
  'no-adapter',
  'WebGPU finds no graphics adapter here. Turn on hardware acceleration in the browser’s settings, or choose a model that runs on the processor.',
];

export const OUT_OF_MEMORY: Explanation = [
  'out-of-memory',
  'The graphics adapter ran out of memory for this model. Close other tabs and programs, or choose a smaller model.',
];
