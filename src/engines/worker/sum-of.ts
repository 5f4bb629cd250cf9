import { createMD5, createSHA256, type IHasher } from 'hash-wasm';

/**
 * What a blob's bytes add up to, in hexadecimal. SHA-256 is the browser's own where it has one, which takes a fifth of the time
 * (0.11 s for 145 MB) and all bytes in memory for that long; it has none where an address has no https, and no MD5 at all.
 */
export async function sumOf(blob: Blob, kind: 'sha256' | 'md5'): Promise<string> {
  if (kind === 'md5') return addUp(blob, await createMD5());
  if (!('subtle' in crypto)) return addUp(blob, await createSHA256());
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function addUp(blob: Blob, sum: IHasher): Promise<string> {
  sum.init();
  const reader = blob.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return sum.digest('hex');
    sum.update(value);
  }
}
