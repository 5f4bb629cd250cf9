import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { publicModelsFolder, repositoryRoot } from '../../scripts/repository-paths.mjs';

const figuresSchema = z.object({
  threads: z.number(),
  prefill: z.number(),
  decode: z.number(),
  together: z.number(),
});

/** Of llama.cpp without a browser, on the embedded model; tokens a second. */
export type NativeFigures = z.infer<typeof figuresSchema> & { readonly version: string };

const VERSION = '3.22.1';

/** Its other packages hold CUDA and Vulkan: hundreds of megabytes that measure nothing here. */
const PACKAGES = [`node-llama-cpp@${VERSION}`, `@node-llama-cpp/${platformName()}@${VERSION}`];

/** Fetches node-llama-cpp into a folder of its own, once, and measures it in a process of its own. */
export function measureNative(): NativeFigures {
  const folder = join(repositoryRoot, 'node_modules/.cache/native-llama');
  if (!existsSync(join(folder, 'node_modules/node-llama-cpp'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const options = ['--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...options, ...PACKAGES], { cwd: folder, stdio: 'inherit' });
  }
  const script = join(repositoryRoot, 'bench/speed/run-native.mjs');
  const model = join(publicModelsFolder, 'SmolLM2-135M-Instruct.Q8_0.gguf');
  const told = execFileSync(process.execPath, [script, folder, model, String(cpus().length)]);
  return { ...figuresSchema.parse(JSON.parse(told.toString('utf8'))), version: VERSION };
}

function platformName(): string {
  const { platform, arch } = process;
  if (platform === 'darwin') return arch === 'arm64' ? 'mac-arm64-metal' : 'mac-x64';
  return `${platform === 'win32' ? 'win' : platform}-${arch}`;
}
