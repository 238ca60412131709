import { defineConfig } from 'vitest/config'
import { linguiMacros } from './web/lingui-macros.ts'

const shared = {
  exclude: ['**/node_modules/**', '**/.cache/**'],
  setupFiles: ['scripts/vitest-seed.ts', 'scripts/vitest-folder.ts'],
  testTimeout: 30_000,
  hookTimeout: 120_000,
}

/**
 * Three groups: what is pure knows no world outside, so that its files can share what they have loaded; the web's tests put things
 * in the place of a browser's; the server's share one database server for the run.
 */
export default defineConfig({
  test: {
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
          include: ['{server,scripts}/**/*.test.ts'],
          globalSetup: ['scripts/vitest-postgres.ts'],
        },
      },
    ],
  },
})
