import { expect, test } from 'vitest'
import { readDeploy, withSettings } from './config-table.ts'

test('docs/deploy.md names every setting as the server reads it (node scripts/config-table.ts)', () => {
  expect(readDeploy()).toBe(withSettings(readDeploy()))
  expect(readDeploy()).toContain('| `ANON_RETENTION_DAYS` |')
})
