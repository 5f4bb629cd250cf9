import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';
import { isRecord } from '../../src/engines/worker/read-values.ts';

// As much of node-llama-cpp 3.22 as is used here; it is no dependency, so its own types aren't there.

export interface NodeLlamaCpp {
  getLlama(options: {
    readonly gpu: false;
    readonly build: 'never';
    readonly logLevel: 'error';
    readonly maxThreads: number;
  }): Promise<Llama>;
}

export interface Llama {
  loadModel(options: {
    readonly modelPath: string;
    readonly gpuLayers: 0;
    readonly loadSignal: AbortSignal;
  }): Promise<NativeModel>;
  dispose(): Promise<void>;
}

export interface NativeModel {
  readonly fileInfo: { readonly metadata: unknown };
  readonly trainContextSize: number;
  readonly tokens: {
    readonly shouldPrependBosToken: boolean;
    readonly bosString: string | null;
    readonly eosString: string | null;
  };
  /** @param specialTokens whether names of special tokens in the text are those tokens */
  tokenize(text: string, specialTokens: boolean): readonly number[];
  /** What is no whole character shows as U+FFFD; special tokens show as nothing where not asked for. */
  detokenize(tokens: readonly number[], specialTokens?: boolean): string;
  createContext(options: {
    readonly sequences: number;
    /** Tokens of each sequence. */
    readonly contextSize: number;
    readonly threads: number;
    readonly createSignal: AbortSignal;
  }): Promise<{ getSequence(): NativeSequence }>;
}

/** One of the texts that are read side by side, in a cache of its own. */
export interface NativeSequence {
  /** Tokens that it has read. */
  readonly nextTokenIndex: number;
  compareContextTokens(tokens: readonly number[]): { readonly firstDifferentIndex: number };
  /** Forgets what doesn't begin as these tokens do. */
  adaptStateToTokens(tokens: readonly number[], allowShift: false): Promise<void>;
  evaluateWithoutGeneratingNewTokens(tokens: readonly number[]): Promise<void>;
  /** Reads the tokens and draws the next ones, until the model ends its text. */
  evaluate(tokens: readonly number[], options: NativeSampling): AsyncIterable<number>;
  /** Reads the tokens, and tells of those that ask for it what the model gave the next. */
  controlledEvaluate(
    tokens: readonly (readonly [token: number, ask: LogitQuestion])[],
  ): Promise<readonly (LogitAnswer | undefined)[]>;
}

export interface NativeSampling {
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly seed: number;
  readonly repeatPenalty?: {
    readonly punishTokens: () => readonly number[];
    readonly maxPunishTokens: number;
    readonly penalty: number;
    readonly presencePenalty: number;
  };
}

export interface LogitQuestion {
  readonly generateNext: {
    readonly totalLogitWeight: true;
    readonly logits: {
      readonly filter: {
        readonly tokens: readonly number[];
        readonly includeSelected: true;
        readonly includeTop: number;
      };
    };
    readonly options: { readonly temperature: 0 };
  };
}

export interface LogitAnswer {
  readonly next: {
    readonly logits?: ReadonlyMap<number, number>;
    /** Σ exp(logit − largest logit) over all tokens. */
    readonly totalLogitWeight?: number;
  };
}

/** The version that this is written for. */
export const NODE_LLAMA_CPP = '3.22.1';

/** Where it is installed: beside the packages of this folder, so that no `npm ci` brings or removes it. */
const FOLDER = '.node-llama-cpp';
const home = join(repositoryRoot, FOLDER);
const entry = join(home, 'node_modules', 'node-llama-cpp', 'dist', 'index.js');

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
};

/** Whether it is there. */
export function hasNodeLlamaCpp(): boolean {
  return existsSync(entry);
}

/** @throws PlainError that names the command that installs it, where it isn't there or doesn't load */
export async function loadNodeLlamaCpp(): Promise<NodeLlamaCpp> {
  if (!hasNodeLlamaCpp()) throw new PlainError(howToInstall(process.platform, process.arch));
  const importByNode: unknown = createRequire(import.meta.url)('./import-by-node.cjs');
  if (!isImport(importByNode)) throw new Error('Node’s own import is missing.');
  const loaded = await importByNode(pathToFileURL(entry).href);
  if (isNodeLlamaCpp(loaded)) return loaded;
  throw new PlainError(
    `What lies in ${FOLDER} is not node-llama-cpp ${NODE_LLAMA_CPP}: remove it. ${howToInstall(process.platform, process.arch)}`,
  );
}

/** @returns one sentence with the one command, without what is for graphics cards */
export function howToInstall(platform: string, arch: string): string {
  const its = PLATFORMS[`${platform}-${arch}`];
  if (its === undefined) {
    return `node-llama-cpp has nothing built for ${platform} on ${arch}: name a model server with --policy.`;
  }
  const packages = `node-llama-cpp@${NODE_LLAMA_CPP} @node-llama-cpp/${its}@${NODE_LLAMA_CPP}`;
  return `The embedded model needs llama.cpp for Node.js, which is fetched for those alone who want it (79 MB): npm install --prefix ${FOLDER} --omit=optional --ignore-scripts ${packages}`;
}

function isImport(value: unknown): value is (url: string) => Promise<unknown> {
  return typeof value === 'function';
}

function isNodeLlamaCpp(value: unknown): value is NodeLlamaCpp {
  return isRecord(value) && typeof value.getLlama === 'function';
}
