import type { Disposition, Task, TriageResult } from '@dorsal/care'
import { expect, it } from 'vitest'
import { standsAlone } from './standing-warning.tsx'

const triage = (disposition: Disposition): TriageResult => ({
  disposition,
  card: null,
  rules: ['RF02'],
  because: [],
  precautionTags: [],
  contentVersion: 'test',
})
const task = (closedAt: string | null): Task => ({
  id: '1',
  patientId: '2',
  kind: 'red-flag',
  level: 'emergency_now',
  because: [],
  createdAt: 'then',
  dueAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  closedAt,
})

it.each([
  ['its task is closed', 'emergency_now', [task('now')], true],
  ['it has no task', 'see_clinician_first', [], true],
  ['its task is open, which leads there', 'emergency_now', [task(null)], false],
  ['nothing is held', 'caution', [task('now')], false],
] as const)('a warning stands alone when %s: %s', (_, level, tasks, alone) => {
  expect(standsAlone({ triage: triage(level), tasks: [...tasks] })).toBe(alone)
})
