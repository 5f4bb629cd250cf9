// @ts-check
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../repository-paths.mjs';
import { isFinished } from './finished-file.mjs';
import { WEBLLM_CHAT_CONFIG, WEBLLM_CHAT_CONFIG_SHA256, WEBLLM_LIBRARY } from './pinned-files.mjs';

test('what is kept in git is what is pinned', async () => {
  const { path, ...pinned } = WEBLLM_LIBRARY;
  expect(await isFinished({ path: join(repositoryRoot, 'public', path), ...pinned })).toBe(true);
  const config = join(repositoryRoot, 'tools/webllm-model', WEBLLM_CHAT_CONFIG);
  const { size: bytes } = await stat(config);
  expect(await isFinished({ path: config, bytes, sha256: WEBLLM_CHAT_CONFIG_SHA256 })).toBe(true);
});
