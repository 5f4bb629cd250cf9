// @ts-check
/**
 * The embedded model, ready for both engines. `npm run model` does this step alone.
 *
 * Every file is made under another name, checked and then renamed, and the manifest comes last. So an
 * interrupted run is continued with the first file that is missing, and a finished one costs nothing.
 */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFinished, writeFinishedFile } from '../embedded-model/finished-file.mjs';
import { openGgufFile } from '../embedded-model/gguf-file.mjs';
import { MANIFEST_NAME, manifestText } from '../embedded-model/manifest.mjs';
import { modelFiles } from '../embedded-model/model-files.mjs';
import { WEBLLM_CHAT_CONFIG, WEBLLM_FILES_FOLDER } from '../embedded-model/pinned-files.mjs';
import { ensureSourceGguf } from '../embedded-model/source-gguf.mjs';
import { publicModelsFolder, repositoryRoot } from '../repository-paths.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

const manifestPath = join(publicModelsFolder, MANIFEST_NAME);

/**
 * @returns {Promise<'ready before' | 'made now'>}
 * @throws {import('../terminal/plain-error.mjs').PlainError} where pip or the network is missing
 */
export function ensureEmbeddedModel() {
  return oneAtATime(makeWhatIsMissing);
}

/** @returns {Promise<'ready before' | 'made now'>} */
async function makeWhatIsMissing() {
  await keepChatConfigCurrent();
  if (await isReady()) return 'ready before';
  await rm(manifestPath, { force: true });

  /** @type {typeof modelFiles} */
  const missing = [];
  for (const file of modelFiles) if (!(await isFinished(file))) missing.push(file);
  if (missing.length > 0) await makeModelFiles(missing);

  await writeFile(`${manifestPath}.partial`, manifestText);
  await rename(`${manifestPath}.partial`, manifestPath);
  return 'made now';
}

/**
 * The manifest is written when every file has been checked, and vouches for what lies there unchanged since: a file that was
 * deleted, cut short or written to after it is checked again.
 */
async function isReady() {
  const manifest = await readFile(manifestPath, 'utf8').catch(() => undefined);
  if (manifest !== manifestText) return false;
  const { mtimeMs: checkedAt } = await stat(manifestPath);
  const unchanged = await Promise.all(
    modelFiles.map(async ({ path, bytes }) => {
      const found = await stat(path).catch(() => undefined);
      return found?.isFile() === true && found.size === bytes && found.mtimeMs <= checkedAt;
    }),
  );
  return unchanged.every(Boolean);
}

/** @param {typeof modelFiles} missing */
async function makeModelFiles(missing) {
  const gguf = await openGgufFile(await ensureSourceGguf());
  try {
    for (const file of missing) await writeFinishedFile(file, file.content(gguf));
  } finally {
    await gguf.close();
  }
}

/** The chat template is kept in git, so a change there must reach the page. */
async function keepChatConfigCurrent() {
  const folder = join(publicModelsFolder, WEBLLM_FILES_FOLDER);
  const kept = await readFile(join(repositoryRoot, 'tools/webllm-model', WEBLLM_CHAT_CONFIG));
  const served = await readFile(join(folder, WEBLLM_CHAT_CONFIG)).catch(() => undefined);
  if (served?.equals(kept)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, WEBLLM_CHAT_CONFIG), kept);
}
