import { defineConfig } from 'vitest/config'
import { linguiMacros } from './web/lingui-macros.ts'

const shared = {
  exclude: ['**/node_modules/**', '**/.cache/**'],
  setupFiles: ['scripts/vitest-seed.ts', 'scripts/vitest-folder.ts'],
  // What hangs is ended; what only waits for a slow machine is not taken for it.
  testTimeout: 120_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
}

/**
 * Three groups: what is pure knows no world outside, and the server's tests keep theirs (a database, a folder) to themselves, so that
 * their files can share what they have loaded; the web's put things in the place of a browser's, so each stands alone.
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          isolate: false,
          include: ['{motion,care,content,bench}/**/*.test.ts'],
        },
      },
      {
        plugins: [linguiMacros()],
        test: { ...shared, name: 'web', include: ['web/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          ...shared,
          name: 'server',
          isolate: false,
          include: ['{server,scripts}/**/*.test.ts'],
          globalSetup: ['scripts/vitest-postgres.ts'],
        },
      },
    ],
  },
})
