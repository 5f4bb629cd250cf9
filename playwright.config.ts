import { defineConfig } from '@playwright/test';
import { findBrowser, QUIET_FLAGS } from './scripts/setup/browser.mjs';

/** WebGPU in software, where a test asks for it: see docs/decisions on the engines. */
const SOFTWARE_WEBGPU_FLAGS = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/** Milliseconds that a page is built in where other work keeps the cores busy. */
const BUILD_TIMEOUT = 240_000;

const executablePath = findBrowser();

function launch(args: readonly string[]) {
  return {
    browserName: 'chromium' as const,
    launchOptions: {
      args: [...QUIET_FLAGS, ...args],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  };
}

/** E2E_PORT moves both servers, for two runs on one machine. */
const port = Number(process.env.E2E_PORT ?? 4300);
const app = `http://localhost:${String(port)}`;
const engines = `http://localhost:${String(port + 1)}`;
const harness = `-c e2e/engines/harness/vite.config.ts --outDir ../../../node_modules/.cache/engine-harness-${String(port)}`;

/**
 * One browser with a model at a time: workers: 1. Projects with `-webgpu` have a software adapter, the others none.
 * Both servers build their page from what is there now: no test runs against an old build.
 */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  // What fails now and then has a cause: it is mended, not tried again.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: { actionTimeout: 15_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  webServer: [
    {
      command: `node scripts/build.mjs && npx vite preview --port ${String(port)} --strictPort`,
      url: app,
      timeout: BUILD_TIMEOUT,
    },
    {
      command: `npx vite build ${harness} && npx vite preview ${harness} --port ${String(port + 1)}`,
      url: engines,
      timeout: BUILD_TIMEOUT,
    },
  ],
  projects: [
    {
      name: 'engines',
      testMatch: 'engines/*.spec.ts',
      testIgnore: '**/*.webgpu.spec.ts',
      use: { ...launch([]), baseURL: engines },
    },
    {
      name: 'engines-webgpu',
      testMatch: 'engines/*.webgpu.spec.ts',
      use: { ...launch(SOFTWARE_WEBGPU_FLAGS), baseURL: engines },
    },
    {
      name: 'app',
      testIgnore: ['engines/**', '**/*.webgpu.spec.ts'],
      use: { ...launch([]), baseURL: app },
    },
    {
      name: 'app-webgpu',
      testMatch: '**/*.webgpu.spec.ts',
      testIgnore: 'engines/**',
      use: { ...launch(SOFTWARE_WEBGPU_FLAGS), baseURL: app },
    },
  ],
});
