import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.ts'

// Looked for once; the workers that load this file again inherit what was found.
if (!process.env['CHROMIUM_PATH']) {
  const { executablePath, env } = await findChromium()
  Object.assign(process.env, { CHROMIUM_PATH: executablePath }, env)
}

const CAMERA = /camera\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'e2e/output/results',
  workers: Number(process.env['DORSAL_E2E_WORKERS'] ?? (availableParallelism() > 3 ? 3 : 2)),
  timeout: 240_000,
  expect: { timeout: 60_000 },
  fullyParallel: false,
  // Reading a camera fills a processor: one such file at a time, beside pages that need none.
  projects: [
    // Their films wait for the reading, however slow that is.
    { name: 'camera', testMatch: CAMERA, workers: 1, timeout: 400_000, expect: { timeout: 120_000 } },
    { name: 'pages', testIgnore: CAMERA },
  ],
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    actionTimeout: 60_000,
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'] ?? '', args: [...CHROMIUM_FLAGS] },
    locale: 'en-US',
    // A record of every step takes a sixth of the time: asked for by `--trace retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
