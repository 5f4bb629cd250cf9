// @ts-check
/**
 * Reads one file out of a ZIP archive (a Python wheel is one) without unpacking the rest.
 *
 * @param {string} archivePath
 * @param {string} name
 * @returns {AsyncGenerator<Buffer, void, void>} its bytes, inflated
 * @throws {Error} where the archive is damaged or has no such file
 */
export async function* readZipEntry(archivePath, name) {
  const archive = await openArchive(archivePath);
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName !== name) continue;
      yield* await archive.openReadStreamPromise(entry);
      return;
    }
    throw new Error(`${archivePath} holds no ${name}`);
  } finally {
    archive.close();
  }
}

/** @param {string} path */
async function openArchive(path) {
  // Imported only now: whoever imports this file may be about to install the packages.
  const { openPromise } = await import('yauzl');
  try {
    return await openPromise(path, { lazyEntries: true });
  } catch (error) {
    // What the disk says is the disk's fault, not the archive's.
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    throw new Error(`not a ZIP archive: ${error.message}`, { cause: error });
  }
}
