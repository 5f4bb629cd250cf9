/** A file of prompts that a person chose, as text. */
export interface PromptFile {
  readonly name: string;
  readonly text: string;
}

/** Bytes of a file that is opened in a page: ten thousand prompts of several hundred words. */
const MOST_BYTES = 20_000_000;

/** What of a file is read. */
export type FileOnDisk = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/**
 * Opens a file of prompts: text in UTF-8, or in UTF-16 as spreadsheets save it.
 *
 * @throws Error with a sentence that says what to do, where it is too large, is no text, or can't be read
 */
export async function openPromptFile(file: FileOnDisk): Promise<PromptFile> {
  const { name, size } = file;
  if (size > MOST_BYTES) {
    throw new Error(`“${name}” is larger than 20 MB: take it apart.`);
  }
  const text = decoded(await bytesOf(file));
  // No text has it, and a picture or a spreadsheet nearly always does.
  if (text === null || text.includes('\0')) {
    throw new Error(
      `“${name}” is no text in UTF-8: save it as CSV in UTF-8, or as JSON Lines, and choose it again.`,
    );
  }
  return { name, text };
}

async function bytesOf(file: FileOnDisk): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (cause) {
    throw new Error(
      `“${file.name}” can’t be read: it was changed or moved meanwhile. Choose it again.`,
      { cause },
    );
  }
}

/** Null where it is in none of the encodings. */
function decoded(bytes: ArrayBuffer): string | null {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
