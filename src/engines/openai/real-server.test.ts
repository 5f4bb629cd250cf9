import { beforeAll, describe, expect, it } from 'vitest';
import { type LoadedPolicy, type ServerSource } from '../../core/index.ts';
import { POLICY_CONTRACT } from '../testing/policy-contract.ts';
import { SCORING_CONTRACT } from '../testing/scoring-contract.ts';
import { createOpenaiEngine } from './openai-engine.ts';
import { createModelServers, openServerPolicy } from './open-server.ts';
import { createServerKeys } from './server-keys.ts';

/** A server that is running, for example "http://127.0.0.1:8100/v1": `npm test -- --only server` starts one. */
const address = process.env.PRS_TEST_SERVER;

const never = new AbortController().signal;

describe.runIf(address !== undefined)('a real server', { timeout: 120_000 }, () => {
  let source: ServerSource;
  let policy: LoadedPolicy;

  beforeAll(async () => {
    const url = address ?? '';
    const servers = createModelServers(
      createServerKeys({ read: () => undefined, write: () => undefined }),
    );
    const [model = ''] = await servers.listModels(url, never);
    const abilities = await servers.probe(url, model, never);
    source = { kind: 'model-server', url, model, inFlight: 2, abilities };
    policy = openServerPolicy(source, () => null);
  }, 120_000);

  it.each([...POLICY_CONTRACT, ...SCORING_CONTRACT])('$name', async ({ needs, run }) => {
    const lacks = createOpenaiEngine().lacks?.(source) ?? [];
    expect(lacks).toEqual([]);
    if (needs === undefined || !lacks.includes(needs)) await run(policy);
  });
});
