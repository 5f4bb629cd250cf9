import type { Capabilities } from '../../core/index.ts';

/** What is asked about the browser; all of it injectable, so that the choice can be tested without one. */
export interface BrowserFacts {
  /** `navigator.gpu`; undefined where the browser has no WebGPU. */
  readonly gpu: Pick<GPU, 'requestAdapter'> | undefined;
  readonly crossOriginIsolated: boolean;
  readonly logicalCores: number;
}

/** What this machine can do. */
export interface AssessedBrowser {
  readonly capabilities: Capabilities;
  /** Whose limits an engine may ask further; null without one. */
  readonly adapter: GPUAdapter | null;
}

/** Looks at the browser. Never throws: an adapter that fails counts as none. */
export async function assessBrowser(facts: BrowserFacts): Promise<AssessedBrowser> {
  const adapter = await requestAdapter(facts.gpu);
  const capabilities: Capabilities = {
    webgpu: webgpuOf(facts.gpu, adapter),
    adapter: adapter === null ? null : adapterName(adapter),
    shaderF16: adapter?.features.has('shader-f16') ?? false,
    maxBufferBytes: adapter?.limits.maxBufferSize ?? 0,
    maxStorageBindingBytes: adapter?.limits.maxStorageBufferBindingSize ?? 0,
    threads: facts.crossOriginIsolated,
    logicalCores: Math.max(1, facts.logicalCores),
  };
  return { capabilities, adapter };
}

async function requestAdapter(gpu: BrowserFacts['gpu']): Promise<GPUAdapter | null> {
  try {
    return (await gpu?.requestAdapter({ powerPreference: 'high-performance' })) ?? null;
  } catch {
    return null;
  }
}

function webgpuOf(gpu: BrowserFacts['gpu'], adapter: GPUAdapter | null): Capabilities['webgpu'] {
  if (gpu === undefined) return 'missing';
  if (adapter === null) return 'no-adapter';
  return isSoftware(adapter) ? 'software' : 'hardware';
}

/** Names that software renderers give themselves: Chromium's, Mesa's and Windows'. */
const SOFTWARE_NAMES = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|warp|software/i;

/** The browser says so where it knows; some drivers only give themselves away by name. */
function isSoftware(adapter: GPUAdapter): boolean {
  const info = infoOf(adapter);
  return info?.isFallbackAdapter === true || SOFTWARE_NAMES.test(namesIn(info).join(' '));
}

/** Browsers give a description only sometimes, a vendor and an architecture mostly. */
function adapterName(adapter: GPUAdapter): string {
  const info = infoOf(adapter);
  const names = info?.description ? [info.description] : namesIn(info);
  return names.length > 0 ? names.join(' ') : 'unnamed adapter';
}

function namesIn(info: GPUAdapterInfo | null): readonly string[] {
  if (info === null) return [];
  return [info.description, info.device, info.vendor, info.architecture].filter(Boolean);
}

/** Older browsers have no such property. */
function infoOf(adapter: GPUAdapter): GPUAdapterInfo | null {
  return 'info' in adapter ? adapter.info : null;
}
