import { expect, it } from 'vitest'
import { PATIENT_PAGES } from '../../lib/offline/shell.ts'
import { createQueryClient } from '../../lib/query.ts'
import { createPatientRouter } from './router.tsx'

it('are answered without a connection, every one, and nothing else is', () => {
  const { routesByPath } = createPatientRouter(createQueryClient())
  expect(Object.keys(routesByPath).sort()).toEqual([...PATIENT_PAGES].sort())
})
