import { defineConfig } from 'vitest/config'
import { linguiMacros } from './web/lingui-macros.ts'

const shared = {
  exclude: ['**/node_modules/**', '**/.cache/**'],
  setupFiles: ['scripts/vitest-seed.ts'],
  testTimeout: 30_000,
  hookTimeout: 120_000,
}

/** Two groups: what is pure needs no database; what is not shares one database server for the run. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [linguiMacros()],
        test: {
          ...shared,
          name: 'pure',
          include: ['{motion,care,content,web,bench}/**/*.test.{ts,tsx}'],
        },
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
