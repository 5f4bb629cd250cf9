import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRunFile } from './import-and-export-run.ts';
import { packRun, unpackRun } from './pack-run.ts';

async function recorded() {
  const parsed = parseRunFile(await readFile('public/recorded/temperature-too-low.json', 'utf8'));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.run;
}

describe('a run in a link', () => {
  it('comes out as it went in, in letters that an address may hold', async () => {
    const run = await recorded();
    const packed = await packRun(run);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(await unpackRun(packed ?? '')).toEqual({ ok: true, run });
  });

  it('is told to be too long where it is', async () => {
    const { header, events } = await recorded();
    // Words that don't compress.
    const prompt = Array.from({ length: 40_000 }, (_, place) => (place * 7919).toString(36)).join(
      '',
    );
    const plan = { ...header.plan, prompt };
    expect(await packRun({ header: { ...header, plan }, events })).toBeNull();
  });

  it('is refused with a sentence where it is cut or made up, and never throws', async () => {
    const packed = (await packRun(await recorded())) ?? '';
    expect(await unpackRun(packed.slice(0, -200))).toMatchObject({ ok: false });
    await fc.assert(
      fc.asyncProperty(fc.string(), async (letters) => {
        const { ok } = await unpackRun(letters);
        expect(ok).toBe(false);
      }),
    );
  });

  it('is refused where a few letters would fill the memory', async () => {
    const zeros = new Blob([new Uint8Array(20_000_000)]).stream();
    const stream = zeros.pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = Buffer.from(await new Response(stream).arrayBuffer());
    expect(await unpackRun(bytes.toString('base64url'))).toMatchObject({ ok: false });
  });
});
