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

it('says with which side an exercise begins, for it is shown on the screen alone else', () => {
  const item = prescribed('stretch')
  const begun = (perSide: boolean) =>
    new Played(prescription([{ ...item, dosage: { ...item.dosage, perSide } }])).working().state
  expect(wordsOf({ id: 'exercise' }, begun(true))).toMatch(/^stretch, .*\. Now the left side\.$/)
  expect(wordsOf({ id: 'next-set', values: { set: 2 } }, begun(true))).toBe(
    'Set 2. Get ready. Now the left side.',
  )
  expect(wordsOf({ id: 'exercise' }, begun(false))).not.toContain('side')
})
