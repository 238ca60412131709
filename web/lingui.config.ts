import { fileURLToPath } from 'node:url'
import { defineConfig } from '@lingui/conf'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'pt'],
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['<rootDir>/src'] }],
  runtimeConfigModule: { Trans: [fileURLToPath(new URL('./src/lib/trans.tsx', import.meta.url)), 'Trans'] },
})
