import { describe, expect, it } from 'vitest'
import '../../lib/i18n.ts'
import { wordsOf } from './script.ts'
import { Played, prescribed, prescription } from './session-fixture.ts'

function said(durationSeconds: number | null): string {
  const item = prescribed('breathing')
  const dosage = { ...item.dosage, reps: durationSeconds === null ? 4 : null, durationSeconds }
  return wordsOf({ id: 'exercise' }, new Played(prescription([{ ...item, dosage }])).working().state)
}

describe('how long or how often an exercise is, as it is said', () => {
  it.each([
    [30, 'breathing, for 30 seconds.'],
    [90, 'breathing, for 90 seconds.'],
    [120, 'breathing, for 2 minutes.'],
    [600, 'breathing, for 10 minutes.'],
    [null, 'breathing, 4 times.'],
  ])('%s: %s', (seconds, words) => {
    expect(said(seconds)).toBe(words)
  })
})
