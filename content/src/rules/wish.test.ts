import { adapt, type Plan } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, type Day, DESK, KIT, planOf, reportOf } from './people.ts'

const plan: Plan = planOf({ ...DESK, equipment: KIT })
const everything = plan.items.map(({ id }) => id)

/** The plan after three such days, each with or without the wish for everything to be harder. */
function after(day: Day, harderNextTime: string[] | undefined) {
  const history: ReturnType<typeof reportOf>[] = []
  let now = plan
  return [0, 1, 2].map((index) => {
    const report = { ...reportOf(now, index, day), ...(harderNextTime && { harderNextTime }) }
    const adapted = adapt({ plan: now, report, history: [...history], content, now: report.endedAt })
    history.push(report)
    now = adapted.plan
    // The decision names what was looked at, the wish with it; what comes of it does not.
    return { plan: adapted.plan, changes: adapted.changes, tasks: adapted.tasks, next: adapted.next }
  })
}

describe('the wish for harder next time', () => {
  it.each<[string, Day]>([
    ['strong pain', { pain: 7, painAfter: 7 }],
    ['hard work', { effort: 9 }],
    ['a worse next day', { sinceLast: 'much-worse' }],
    ['half of it done', { done: 0.4 }],
    ['a good day', { pain: 1, painAfter: 1, effort: 2, sinceLast: 'better' }],
  ])('changes nothing of what the rules decide after %s', (_, day) => {
    expect(after(day, everything)).toEqual(after(day, undefined))
  })
})
