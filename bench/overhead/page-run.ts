import {
  accountsOf,
  nodeName,
  replay,
  type GenerationRequest,
  type StoredRun,
  type TokenUsage,
  type TreeNode,
} from '../../src/core/index.ts';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { LLAMA_CPP } from '../../src/engines/llama-cpp/llama-cpp-model.ts';

/** A run as the page exported it, read for what was sent and what came back. */
export interface PageRun {
  /** From the run's start to its end, as its own events tell. */
  readonly seconds: number;
  /** During which at least one call was under way. */
  readonly secondsInCalls: number;
  /** During which a response was scored; 0 where nobody noted it. */
  readonly secondsScoring: number;
  readonly scorer: string;
  /** In the order in which they were sent. */
  readonly calls: readonly Call[];
  readonly device: string;
  readonly contextTokens: number;
  readonly model: string;
  readonly settings: string;
}

export interface Call {
  /** Such as "Draft 2". */
  readonly name: string;
  readonly request: GenerationRequest;
  readonly text: string;
  readonly usage: TokenUsage;
  readonly seconds: number;
}

/** @throws PlainError for a run that can't be compared with: another engine's, or one in which something failed. */
export function readPageRun({ header, events }: StoredRun): PageRun {
  const { plan, policy } = header;
  if (policy.engine !== LLAMA_CPP) {
    throw new PlainError(`The page ran ${policy.engine}, which can't be compared with llama.cpp.`);
  }
  const times = events.flatMap((event) =>
    event.type === 'run-started' || event.type === 'run-finished' ? [event.at] : [],
  );
  const [startedAt, finishedAt] = times;
  const [arm, ...others] = replay(header, events).arms;
  if (startedAt === undefined || finishedAt === undefined || times.length > 2) {
    throw new PlainError(
      'The run in the page did not go from its start to its end in one sitting.',
    );
  }
  if (arm === undefined || others.length > 0) {
    throw new PlainError('The run in the page should have had one arm.');
  }
  const accounts = accountsOf(arm);
  const { temperature, topP, topK, presencePenalty, maxTokens } = plan.sampling;
  return {
    seconds: (finishedAt - startedAt) / 1000,
    secondsInCalls: accounts.seconds,
    secondsScoring: accounts.scoring.seconds ?? 0,
    scorer: header.rewardModel.name,
    calls: arm.nodes.map((node) => readCall(node, nodeName(node, arm))),
    device: policy.device,
    contextTokens: policy.contextTokens,
    model: policy.name,
    settings: [
      `PRS ${arm.arm.split.join('/')}`,
      `seed ${String(plan.seed)}`,
      `temperature ${String(temperature)}`,
      `top p ${String(topP)}`,
      `top k ${String(topK)}`,
      `presence penalty ${String(presencePenalty)}`,
      `at most ${String(maxTokens)} tokens, ${String(plan.feedbackMaxTokens)} of feedback`,
    ].join(', '),
  };
}

/** The requests of a run's calls, those that the page sends at once together: they ask for answers to the same prompt. */
export function layersOf(calls: readonly Call[]): readonly (readonly GenerationRequest[])[] {
  const layers: GenerationRequest[][] = [];
  let before = '';
  for (const { request } of calls) {
    const prompt = JSON.stringify(request.messages);
    if (prompt === before) layers.at(-1)?.push(request);
    else layers.push([request]);
    before = prompt;
  }
  return layers;
}

function readCall({ progress, seed }: TreeNode, name: string): Call {
  if (progress.status !== 'finished') {
    throw new PlainError(`${name} of the run in the page is ${progress.status}, not finished.`);
  }
  const { messages, sampling, text, usage, startedAt, finishedAt } = progress;
  const seconds = (finishedAt - startedAt) / 1000;
  return { name, request: { messages, sampling, seed }, text, usage, seconds };
}
