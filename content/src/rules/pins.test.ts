import { editPlan, type PlanChange, type SignOff } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, DESK, KIT, NOW, planOf } from './people.ts'

const pins = new Map<string, SignOff>([
  ...content.exercises.map(({ id, version, signOff }) => [`exercises/${id}@${version}`, signOff] as const),
  ...content.notes.map(({ id, version, signOff }) => [`notes/${id}@${version}`, signOff] as const),
])

describe('a plan pins the versions that it was made from', () => {
  const plan = planOf({ ...DESK, equipment: KIT })

  it('each item names content that is there, and whether it was reviewed', () => {
    expect(plan.items.length).toBeGreaterThan(8)
    for (const item of plan.items)
      expect([item.id, pins.get(item.pin ?? '')]).toEqual([item.id, item.signOff])
  })

  it('an exercise that takes the place of another brings its own pin', () => {
    const [item] = plan.items.filter(({ kind }) => kind === 'exercise')
    const to = 'wall-angel'
    const change: PlanChange = {
      planItemId: item?.id ?? '',
      variable: 'exercise',
      from: '',
      to,
      direction: 'easier',
      status: 'applied',
      because: [],
    }
    const next = editPlan(plan, [change], 'clinician:demo', NOW, content)
    expect(next.items.find(({ id }) => id === item?.id)?.pin).toMatch(/^exercises\/wall-angel@\d+$/)
  })
})
