import { sized } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, NOW, planOf } from './people.ts'

const plan = planOf()
const LATER = '2026-03-09T09:00:00.000Z'

describe('the smaller programme', () => {
  it('has the size that the decision table gives it, and goes back to the whole', () => {
    const row = content.programme.decisions.find(({ id }) => id === 'low-adherence')
    const small = sized(plan, 'smaller', content, LATER)
    expect(small.small).toEqual({
      exercises: row?.values['exercises'],
      minutes: row?.values['minutes'],
      since: LATER,
    })
    expect([small.version, small.decidedBy, small.at]).toEqual([plan.version + 1, 'rules', LATER])
    const whole = sized(small, 'whole', content, NOW)
    expect(whole).toEqual({ ...plan, version: plan.version + 2, decidedBy: 'rules', at: NOW })
  })

  it('is left as it is where it is so already', () => {
    const small = sized(plan, 'smaller', content, NOW)
    expect(sized(plan, 'whole', content, LATER)).toBe(plan)
    expect(sized(small, 'smaller', content, LATER)).toBe(small)
  })

  it('follows a table that says otherwise', () => {
    const decisions = content.programme.decisions.map((row) =>
      row.action === 'shrink' ? { ...row, values: { exercises: 2, minutes: 5 } } : row,
    )
    const own = { ...content, programme: { ...content.programme, decisions } }
    expect(sized(plan, 'smaller', own, NOW).small).toEqual({ exercises: 2, minutes: 5, since: NOW })
  })
})
