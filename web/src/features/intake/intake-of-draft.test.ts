import { Intake } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { startDraft } from '../../lib/draft.ts'
import { intakeOfDraft } from './intake-of-draft.ts'
import { NOW } from './intake-fixture.ts'

const adult = { ...startDraft('v'), yearOfBirth: 1970 }

describe('the intake as it is sent', () => {
  it('fits what the server takes', () => {
    const sent = intakeOfDraft(
      {
        ...adult,
        answers: {
          RF01: 'no',
          'H14.days': 3,
          'H14.minutes': 20,
          'H14.equipment': ['chair', 'none'],
          'H14.camera': 'yes',
        },
        goals: [
          { text: 'sit', now: 4 },
          { text: '  ', now: 5 },
        ],
        pain: { now: 1, average: 2, worst: 3 },
      },
      'US',
      NOW,
    )
    expect(Intake.safeParse(sent).success).toBe(true)
    expect(sent).toMatchObject({
      daysPerWeek: 3,
      minutesPerDay: 20,
      equipment: ['chair'],
      camera: true,
      country: 'US',
    })
    expect(sent?.goals).toEqual([{ text: 'sit', now: 4 }])
    expect(sent?.measures).toEqual({ nprs: { now: 1, average: 2, worst: 3 } })
  })

  it('never fills in an answer or a pain that was not given', () => {
    const sent = intakeOfDraft({ ...adult, pain: { now: 1, average: null, worst: 3 } }, null, NOW)
    expect(sent?.answers).toEqual({})
    expect(sent?.measures).toEqual({})
  })

  it('does not exist for somebody who may be under 18, nor before the year of birth', () => {
    expect(intakeOfDraft({ ...adult, yearOfBirth: 2010 }, null, NOW)).toBeNull()
    expect(intakeOfDraft({ ...adult, yearOfBirth: 2008 }, null, NOW)).toBeNull()
    expect(intakeOfDraft({ ...adult, yearOfBirth: 2007 }, null, NOW)).not.toBeNull()
    expect(intakeOfDraft({ ...adult, yearOfBirth: null }, null, NOW)).toBeNull()
  })
})
