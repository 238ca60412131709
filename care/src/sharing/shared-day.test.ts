import { describe, expect, it } from 'vitest'
import type { Prescription } from '../session/session.ts'
import { DISPOSITIONS } from '../triage/red-flag.ts'
import { sharedDay } from './shared-day.ts'
import { SharedDay } from './sharing.ts'

const SECRET = 'why it was chosen'
const dosage = {
  sets: 2,
  reps: 8,
  holdSeconds: 0,
  durationSeconds: null,
  tempo: null,
  restSeconds: 30,
  perSide: true,
  timesPerDay: 1,
  daysPerWeek: 5,
  effort: [2, 4],
}
const exercise = {
  id: 'seated-rotation',
  version: 3,
  name: 'Turn in the chair',
  laterality: 'alternating',
  purpose: SECRET,
  components: [SECRET],
  steps: ['Sit tall.', 'Turn.'],
  faults: [{ id: 'lean', name: 'Leaning', cue: 'Sit tall' }],
  contraindicationTags: [SECRET],
  precautionTags: [SECRET],
  variants: { easier: SECRET, harder: SECRET },
  sources: [SECRET],
  movement: { cameraView: 'front', template: 'alternating', signals: [SECRET] },
  signOff: { state: 'draft', by: null, at: null },
}
const prescription = {
  sessionNumber: 7,
  planVersion: 2,
  items: [
    {
      planItemId: SECRET,
      exercise,
      easier: exercise,
      dosage,
      rangeShare: 0.7,
      because: [{ id: SECRET }],
      component: SECRET,
    },
  ],
  changes: [{ id: SECRET }],
} as unknown as Prescription

const plan = { version: 2, status: 'active', unsigned: true } as const
const open = { triage: { disposition: 'none' }, plan, prescription } as const

describe('what a link shows of today', () => {
  it('is the exercises with their words, figure and dose', () => {
    const day = sharedDay(open)
    expect(day).toMatchObject({ planVersion: 2, unsigned: true })
    expect(day?.exercises).toMatchObject([{ name: 'Turn in the chair', dosage, share: 0.7 }])
    const reply = {
      shownName: null,
      until: '2026-11-22T12:00:00.000Z',
      stop: { emergency: [], end: [], before: [], card: { title: '', steps: [] } },
      day,
    }
    expect(SharedDay.parse(reply)).toEqual(reply)
  })

  it('holds nothing of why, of what else, or of how often', () => {
    const text = JSON.stringify(sharedDay(open))
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('sessionNumber')
  })

  it.each([...DISPOSITIONS])('with a finding of %s', (disposition) => {
    const shown = sharedDay({ ...open, triage: { disposition } }) !== null
    expect(shown).toBe(disposition === 'none' || disposition === 'caution')
  })

  it('is nothing while the plan waits for a clinician, though a session were prescribed', () => {
    expect(sharedDay({ ...open, plan: { ...plan, status: 'waiting-for-clinician' } })).toBeNull()
  })

  it('is nothing without a plan, without a session, and with an empty one', () => {
    expect(sharedDay({ ...open, plan: null })).toBeNull()
    expect(sharedDay({ ...open, prescription: null })).toBeNull()
    expect(sharedDay({ ...open, prescription: { ...prescription, items: [] } })).toBeNull()
  })
})
