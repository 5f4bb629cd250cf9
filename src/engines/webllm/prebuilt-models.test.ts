import { ModelType, prebuiltAppConfig, type ModelRecord } from '@mlc-ai/web-llm';
import { expect, test } from 'vitest';
import { fetchPrebuiltModels, type PrebuiltModel } from './prebuilt-models.ts';

/** Models that write text; the list marks half of those that compute in 16 bits, their names all of them. */
function extract(record: ModelRecord): PrebuiltModel[] {
  if (record.model_type === ModelType.embedding) return [];
  return [
    {
      id: record.model_id,
      memoryMebibytes: record.vram_required_MB ?? 0,
      contextTokens: record.overrides?.context_window_size ?? null,
      storageBindingBytes: record.buffer_size_required_bytes ?? null,
      shaderF16:
        /q\df16/.test(record.model_id) ||
        (record.required_features?.includes('shader-f16') ?? false),
    },
  ];
}

test('the list in the repository is the one of the installed WebLLM', async () => {
  const list = prebuiltAppConfig.model_list.flatMap(extract);
  await expect(`${JSON.stringify(list, null, 2)}\n`).toMatchFileSnapshot('./prebuilt-models.json');
});

test('every entry of the list can be read', async () => {
  const list = await fetchPrebuiltModels();
  expect(list).toHaveLength(prebuiltAppConfig.model_list.flatMap(extract).length);
});
