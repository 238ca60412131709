import { adapt, type SessionChange } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, type Day, DESK, KIT, planOf, reportOf } from './people.ts'

const TURN = 'ex-seated-thoracic-rotation'
const plan = planOf({ ...DESK, equipment: KIT })

/** What the device writes when somebody says "sharp, numb or tingling" and the exercise is over for the day. */
const SHARP: SessionChange = {
  planItemId: TURN,
  variable: 'skip',
  because: { id: 'within.sharp', values: { exercise: 'Seated rotation' } },
  undone: false,
}

function after(day: Day) {
  const report = { ...reportOf(plan, 0, day), changes: [SHARP] }
  return adapt({ plan, report, history: [], content, now: report.endedAt })
}
const stateOf = ({ plan: next }: ReturnType<typeof after>) =>
  next.items.find((item) => item.id === TURN)?.state

describe('sharp pain, numbness or tingling in one exercise', () => {
  it.each([null, 'SS03', 'SS04', 'SS06', 'SS13'])(
    'pauses it and is told to the therapist, whatever ended the session (%s)',
    (rule) => {
      const adapted = after({ stop: rule === null ? null : { rule, planItemId: TURN } })
      expect(stateOf(adapted)).toBe('paused')
      expect(adapted.tasks.flatMap((task) => task.because.map(({ id }) => id))).toContain('session.symptom')
    },
  )

  it('leaves it paused when a danger holds everything and a clinician lifts that later', () => {
    const adapted = after({ answers: { PS1: 'no', PS2: 'no', PS3: 'yes', PS4: 'no' } })
    expect(adapted.plan.status).toBe('waiting-for-clinician')
    expect(stateOf(adapted)).toBe('paused')
    const others = adapted.plan.items.filter((item) => item.id !== TURN)
    expect(others).toEqual(plan.items.filter((item) => item.id !== TURN))
  })

  it('lets nothing else get harder that day', () => {
    const easy = { pain: 1, effort: 2, painBefore: 1, painAfter: 1 }
    const history = [reportOf(plan, 0, easy)]
    const today = reportOf(plan, 1, easy)
    const harder = (changes: SessionChange[]) =>
      adapt({ plan, report: { ...today, changes }, history, content, now: today.endedAt }).changes.filter(
        (change) => change.direction === 'harder',
      )
    expect(harder([]).length).toBeGreaterThan(0)
    expect(harder([SHARP])).toEqual([])
  })
})
