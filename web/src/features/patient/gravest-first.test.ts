import type { Task } from '@dorsal/care'
import { expect, it } from 'vitest'
import { gravestFirst } from './gravest-first.ts'

const task = (id: string, level: Task['level']): Task => ({
  id,
  patientId: 'p',
  kind: 'review',
  level,
  because: [],
  createdAt: '2026-03-02T08:00:00.000Z',
  dueAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  closedAt: null,
})

it('puts an emergency before a newer question of mood, and keeps the order of equals', () => {
  const tasks = [task('mood', 'caution'), task('a', 'emergency_now'), task('b', 'emergency_now')]
  expect(gravestFirst(tasks).map(({ id }) => id)).toEqual(['a', 'b', 'mood'])
})
