import { MLCEngine, prebuiltAppConfig, type ModelRecord } from '@mlc-ai/web-llm';
import type { Policy, PolicyDescription } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import { defer } from '../worker/deferred.ts';
import { findThoughtMarks } from '../worker/find-thought-marks.ts';
import { isCount, isRecord } from '../worker/read-values.ts';
import type { EngineLoader } from '../worker/policy-service.ts';
import type { LoaderListener } from '../worker/serve-model.ts';
import type { BatchModel } from './batch-model.ts';
import { createBatchPolicy } from './batch-policy.ts';
import { createBatchScheduler } from './batch-scheduler.ts';
import { answerWithoutThinking, thinkingOf } from './answer-without-thinking.ts';
import {
  explainLoadFailure,
  NO_ADAPTER,
  NO_WEBGPU,
  OUT_OF_MEMORY,
  type ModelAddresses,
} from './load-failures.ts';
import { readInitReport } from './load-progress.ts';
import { findLoadedModel, type LoadedModel } from './loaded-model.ts';
import { createLogProbabilityMeter } from './log-probability-meter.ts';
import { networkProbe } from './probe-files.ts';
import { dropBrokenFiles, mayBeOfFiles } from './broken-files.ts';
import { checkShards } from './kept-shards.ts';
import { batchSequences, tryVendorBatchModel } from './vendor-batch-model.ts';
import { findVendorPipeline, type VendorPipeline } from './vendor-pipeline.ts';
import { readMarksAsText } from './marks-in-text.ts';
import { isWebllmModel, type WebllmModel, type WebllmSums } from './webllm-model.ts';
import { createWebllmPolicy } from './webllm-policy.ts';

export const webllmLoader: EngineLoader = {
  load: async (model, tell) => {
    if (!isWebllmModel(model)) {
      throw new ModelLoadError(
        'load-failed',
        'The page asked for a model in words not known here.',
      );
    }
    const device = await findDevice();
    const record = recordOf(model);
    const addresses = addressesOf(record);
    try {
      return await start({ model, record, addresses, device }, tell);
    } catch (error) {
      const failure = await explainLoadFailure(error, addresses, networkProbe);
      if (!mayBeOfFiles(failure.kind)) throw failure;
      await dropBrokenFiles(addresses, caches);
      throw withNextStep(failure);
    }
  },
};

/** Says what to do where a part of the model may be damaged. */
function withNextStep(failure: ModelLoadError): ModelLoadError {
  const { kind, message } = failure;
  if (message.includes('not kept')) return failure;
  const sentence = `${message.replace(/\.$/, '')}. What may be damaged was not kept: load the model again to fetch it anew.`;
  return new ModelLoadError(kind, sentence, { cause: failure });
}

interface Start {
  readonly model: WebllmModel;
  readonly record: ModelRecord;
  readonly addresses: ModelAddresses;
  readonly device: string;
}

/** Loads the model; a device lost meanwhile means that it didn't fit, one lost later that the engine is gone. */
async function start(
  { model, record, addresses, device }: Start,
  { onProgress, loseEngine, note }: LoaderListener,
): Promise<Policy> {
  const lostInLoading = defer<never>();
  let loaded = false;
  watchDevices((words) => {
    if (loaded) loseEngine(`The graphics adapter was lost: ${words}`);
    else lostInLoading.reject(new ModelLoadError(...OUT_OF_MEMORY));
  });

  const meter = createLogProbabilityMeter();
  const engine = new MLCEngine({
    appConfig: { model_list: [record] },
    logitProcessorRegistry: new Map([[record.model_id, meter.processor]]),
    initProgressCallback: (report) => {
      onProgress(readInitReport(report, model.downloadBytes));
    },
    logLevel: 'SILENT',
  });
  const contextTokens =
    record.overrides?.context_window_size ?? (await fetchContextTokens(addresses.config));
  await Promise.race([engine.reload(record.model_id), lostInLoading.promise]);
  if (model.checksWeights) {
    await checkShards(addresses.tensorCache, caches, model.sums?.tensorCache ?? null);
  }
  const loadedModel = findLoadedModel(engine, record.model_id);
  const facts = factsOf(engine, record.model_id, loadedModel);
  const description = { ...describe(model, device, contextTokens), ...facts };
  const vendor = findVendorPipeline(engine, record.model_id);
  const batch = await Promise.race([findBatch(vendor, note), lostInLoading.promise]);
  loaded = true;
  const policy =
    vendor === null || batch === null
      ? createWebllmPolicy({ engine, meter, model: loadedModel }, description)
      : createBatchPolicy(
          { scheduler: createBatchScheduler(batch), model: loadedModel, vendor },
          { ...description, parallelism: batch.limits.sequences, ignoredSettings: [] },
        );
  return readMarksAsText(policy, engine, record.model_id, loadedModel);
}

/** What only the loaded model tells of itself; one that has a switch for thinking is asked to answer without. */
function factsOf(
  engine: MLCEngine,
  modelId: string,
  model: LoadedModel,
): Pick<PolicyDescription, 'vocabularyTokens' | 'thoughtMarks'> {
  if (thinkingOf(modelId) === 'switched-off') answerWithoutThinking(engine, modelId);
  const thoughtMarks = findThoughtMarks((mark) => model.encode(mark).length === 1, model.opening);
  const { vocabularyTokens } = model;
  return thoughtMarks === null ? { vocabularyTokens } : { vocabularyTokens, thoughtMarks };
}

/** Null where texts are written one at a time. @throws ModelLoadError where there is no room for one either. */
async function findBatch(
  vendor: VendorPipeline | null,
  note: LoaderListener['note'],
): Promise<BatchModel | null> {
  if (vendor === null || batchSequences(vendor) === 1) return null;
  try {
    const batch = await tryVendorBatchModel(vendor);
    if (batch === null) note(ONE_AT_A_TIME);
    return batch;
  } catch (error) {
    const [kind, message] = OUT_OF_MEMORY;
    throw new ModelLoadError(kind, message, { cause: error });
  }
}

const ONE_AT_A_TIME =
  'The graphics adapter has no room for several texts of this model at once: they are written one after another, which takes longer.';

/** The adapter's name; WebLLM's own errors come too late and too vague. */
async function findDevice(): Promise<string> {
  if (!('gpu' in navigator)) throw new ModelLoadError(...NO_WEBGPU);
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) throw new ModelLoadError(...NO_ADAPTER);
  if (!('info' in adapter)) return 'unnamed adapter';
  const { description, vendor, architecture } = adapter.info;
  return description || `${vendor} ${architecture}`.trim() || 'unnamed adapter';
}

function recordOf({ id, weights, sums }: WebllmModel): ModelRecord {
  if (weights.kind === 'address') {
    const record = { model_id: id, model: weights.weightsUrl, model_lib: weights.libraryUrl };
    return sums === undefined ? record : { ...record, integrity: integrityOf(sums) };
  }
  const record = prebuiltAppConfig.model_list.find((one) => one.model_id === weights.modelId);
  if (record !== undefined) return record;
  throw new ModelLoadError(
    'weights-not-found',
    `This version of WebLLM has no model ${weights.modelId} in its list. Choose another one.`,
  );
}

/** Sums as WebLLM checks them, before it uses a file. */
function integrityOf(sums: WebllmSums): NonNullable<ModelRecord['integrity']> {
  return {
    config: integrityString(sums.config),
    model_lib: integrityString(sums.library),
    tokenizer: { 'tokenizer.json': integrityString(sums.tokenizer) },
    onFailure: 'error',
  };
}

/** @param sha256 in hexadecimal; @returns it in base64, as the web writes it */
function integrityString(sha256: string): `sha256-${string}` {
  const bytes = sha256.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

/** As WebLLM makes them: the address of a repository stands for its main branch. */
function addressesOf({ model, model_lib: library }: ModelRecord): ModelAddresses {
  const folder = model.endsWith('/') ? model : `${model}/`;
  const files = /[^/]\/resolve\/[^/]/.test(folder) ? folder : `${folder}resolve/main/`;
  return {
    config: new URL('mlc-chat-config.json', files).href,
    tensorCache: new URL('tensor-cache.json', files).href,
    tokenizer: new URL('tokenizer.json', files).href,
    library,
  };
}

async function fetchContextTokens(configUrl: string): Promise<number> {
  const response = await fetch(configUrl);
  if (!response.ok) throw new Error(`HTTP ${String(response.status)} for ${configUrl}`);
  const config: unknown = await response.json();
  const size = isRecord(config) ? config.context_window_size : null;
  if (isCount(size)) return size;
  throw new ModelLoadError(
    'not-a-model',
    `${configUrl} doesn’t say how much the model reads, so it is no WebLLM model’s configuration. Check the address.`,
  );
}

function describe(model: WebllmModel, device: string, contextTokens: number): PolicyDescription {
  return {
    id: model.id,
    name: model.name,
    engine: 'webllm',
    device: `WebGPU: ${device}`,
    contextTokens,
    parallelism: 1,
    ignoredSettings: ['topK'],
    logProbabilityOf:
      'The model’s own distribution over all tokens: before temperature, top-p and penalties.',
    chatTemplate: 'own',
  };
}

/**
 * WebLLM doesn't tell that its device was lost: calls fail later in assorted ways, or never end. So every device that is
 * asked for in this worker is listened to here.
 *
 * @param onLost is given the browser's words.
 */
function watchDevices(onLost: (words: string) => void): void {
  const { prototype } = GPUAdapter;
  const request = Reflect.get(prototype, 'requestDevice');
  prototype.requestDevice = async function (descriptor) {
    const device = await request.call(this, descriptor);
    void device.lost.then(({ reason, message }) => {
      onLost(message || reason);
    });
    return device;
  };
}
