import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{motion,care,content,server,web,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/.cache/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
})
