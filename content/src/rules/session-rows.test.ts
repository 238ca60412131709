import { adapt, type Adapted, type SessionReport } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, type Day, DESK, KIT, NOW, planOf, reportOf } from './people.ts'

const plan = planOf({ ...DESK, equipment: KIT })
const on = (day: number) => new Date(Date.parse(NOW) + day * 86_400_000).toISOString()
const NO = { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no' } as const
const TURN = 'ex-seated-thoracic-rotation'

function after(reports: readonly SessionReport[]): Adapted {
  const report = reports.at(-1)
  if (report === undefined) throw new Error('no report')
  return adapt({ plan, report, history: reports.slice(0, -1), content, now: report.endedAt })
}
const days = (...hows: Day[]) => hows.map((how, day) => reportOf(plan, day, how))
const stop = (rule: string): Day => ({ stop: { rule, planItemId: null } })
const pains = (...values: (number | null)[]): Day[] =>
  values.map((pain) => ({ painBefore: pain, pain, painAfter: pain }))

/** What happened, which row decides, what is next, which card, which task at which level, and whether all is held. */
type Row = [string, Day[], string, Adapted['next'], string | null, string | null, boolean]
const ROWS: readonly Row[] = [
  [
    'chest pain before',
    [{ answers: { ...NO, PS1: 'yes' }, sets: 'none' }],
    'danger-before-urgent',
    'escalate',
    'emergency',
    'red-flag emergency_now',
    true,
  ],
  [
    'a fall before',
    [{ answers: { ...NO, PS3: 'yes' }, sets: 'none' }],
    'danger-before-urgent',
    'escalate',
    'same-day',
    'red-flag same_day_urgent',
    true,
  ],
  [
    'an emergency during',
    [stop('SS01')],
    'danger-during',
    'escalate',
    'emergency',
    'red-flag emergency_now',
    true,
  ],
  [
    'pain of nine before',
    [{ painBefore: 9, sets: 'none' }],
    'danger-before',
    'book',
    'clinician-first',
    'red-flag see_clinician_first',
    true,
  ],
  [
    'a yes to a question of other content',
    [{ answers: { ...NO, PS9: 'yes' } }],
    'danger-before',
    'book',
    'clinician-first',
    'red-flag see_clinician_first',
    true,
  ],
  [
    'that with a danger of our own',
    [{ answers: { ...NO, PS1: 'yes', PS9: 'yes' } }],
    'danger-before-urgent',
    'escalate',
    'emergency',
    'red-flag emergency_now',
    true,
  ],
  [
    'pain that did not settle',
    [stop('SS03')],
    'session-stopped',
    'rest',
    'stop-session',
    'stopped-session caution',
    false,
  ],
  [
    'a rule that nobody knows',
    [stop('SS99')],
    'session-stopped',
    'rest',
    'stop-session',
    'stopped-session caution',
    false,
  ],
  [
    'tingling',
    [{ stop: { rule: 'SS05', planItemId: TURN } }],
    'nerve-symptom',
    'session',
    null,
    'review caution',
    false,
  ],
  [
    'pain of seven before',
    [{ painBefore: 7, pain: 7, painAfter: 7 }],
    'recovery-day',
    'rest',
    null,
    null,
    false,
  ],
  ['two red days', [{ pain: 7 }, { pain: 7 }], 'two-red-days', 'session', null, 'review caution', false],
  [
    'a red day and a worse day after another',
    [{ pain: 7 }, {}, { sinceLast: 'much-worse' }],
    'two-red-days',
    'session',
    null,
    'review caution',
    false,
  ],
  ['more and more pain', pains(1, 1, 1, 3, 3, 3), 'pain-trend', 'session', null, 'review caution', false],
  ['the person stopped', [stop('SS13')], 'carry-on', 'session', null, null, false],
  ['a good day', [{}], 'carry-on', 'session', null, null, false],
  ['no answers at all', [{ answers: {} }], 'carry-on', 'session', null, null, false],
  ['one red day', [{ pain: 7 }], 'carry-on', 'session', null, null, false],
  ['a little more pain', pains(1, 1, 1, 2, 3, 3), 'carry-on', 'session', null, null, false],
  ['too few to tell', pains(1, 1, 3, 3, 3), 'carry-on', 'session', null, null, false],
  ['a trend downward', pains(3, 3, 3, 1, 1, 1), 'carry-on', 'session', null, null, false],
]

describe('what a session means for the person', () => {
  it.each(ROWS)('%s', (_what, hows, rule, next, card, task, held) => {
    const adapted = after(days(...hows))
    expect([adapted.decision.rule, adapted.next, adapted.card]).toEqual([rule, next, card])
    expect(adapted.tasks.map(({ kind, level }) => `${kind} ${level}`)).toEqual(task === null ? [] : [task])
    expect(adapted.plan.status).toBe(held ? 'waiting-for-clinician' : 'active')
    if (held) expect(adapted.changes).toEqual([])
  })

  it('has a clinician look before anything else where nothing is left to do', () => {
    const one = { ...plan, items: plan.items.filter(({ id }) => id === TURN) }
    const report = reportOf(one, 0, { stop: { rule: 'SS05', planItemId: TURN } })
    const { tasks } = adapt({ plan: one, report, history: [], content, now: report.endedAt })
    expect(tasks.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
      'review caution',
      'review see_clinician_first',
    ])
  })

  it('forgets red days after a week', () => {
    const red = (day: number) => ({ ...reportOf(plan, 0, { pain: 7 }), startedAt: on(day), endedAt: on(day) })
    expect(after([red(0), red(7)]).decision.rule).toBe('two-red-days')
    expect(after([red(0), red(7.1)]).decision.rule).toBe('carry-on')
  })

  it('says how many, and how much', () => {
    const values = (hows: Day[]) => after(days(...hows)).decision.because[0]?.values
    expect(values([{ pain: 7 }, { pain: 7 }, { pain: 7 }])).toEqual({ count: 3 })
    expect(values(pains(1, 1, 1, null, 3, 3, 4))).toEqual({ points: 2.3 })
    expect(values([{ painBefore: 7, pain: 7, painAfter: 7 }])).toEqual({ pain: 7 })
    expect(values([stop('SS01')])).toEqual({ rule: 'SS01' })
  })
})
