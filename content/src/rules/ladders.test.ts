import { ladderFor, ladderIn } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, planOf } from './people.ts'

const named = (goal: string) => ladderFor(goal, content.ladders)?.id

describe('the ladder of a goal', () => {
  it.each([
    ['Drive to see my sister', 'driving'],
    ['Look behind me in the car', 'driving'],
    ['Sit through a film', 'desk'],
    ['Pick up the laundry basket', 'lifting'],
    ['Carry my grandchild', 'carrying'],
    ['Wash my hair', 'reaching'],
    ['Play golf again', 'turning-sport'],
    ['Rake the garden', 'house-and-garden'],
    ['Walk the dog', 'walking'],
    ['Sleep through the night', 'resting'],
    ['Conducir hasta el pueblo', 'driving'],
    ['Levantar cajas', 'lifting'],
    ['Peinarme el cabello', 'reaching'],
    ['Dormir toda la noche', 'resting'],
    ['Dirigir até à praia', 'driving'],
    ['Pegar o meu neto ao colo', 'carrying'],
    ['Dormir a noite inteira', 'resting'],
    ['Play the cello', 'own-activity'],
  ])('%s: %s', (goal, id) => {
    expect(named(goal)).toBe(id)
  })

  it('does not find a beginning in the middle of a word', () => {
    expect(named('Reorganise the chessboard')).toBe('own-activity')
  })

  it('is none where the content has none', () => {
    expect(ladderFor('Drive', [])).toBeNull()
  })

  it('stands where the phase is', () => {
    const [ladder] = content.ladders
    if (ladder === undefined) throw new Error('no ladder')
    const states = (phase: 'early' | 'middle' | 'late' | 'maintenance') =>
      ladderIn(ladder, phase).steps.map(({ phase: own, state }) => `${own} ${state}`)
    expect(states('early')).not.toContain('early later')
    expect(new Set(states('middle').filter((one) => one.startsWith('early')))).toEqual(
      new Set(['early done']),
    )
    expect(states('maintenance').every((one) => one.endsWith('done'))).toBe(true)
  })

  it('brings its exercise into the plan, with the goal as the reason', () => {
    const plan = planOf({ goals: [{ text: 'Drive to work', now: 3 }], equipment: ['chair', 'wall'] })
    const item = plan.items.find(({ exerciseId }) => exerciseId === 'driver-shoulder-check')
    expect(item?.because[0]).toEqual({ id: 'item.goal', values: { goal: 'Drive to work' } })
    expect(plan.goals[0]?.ladder?.id).toBe('driving')
  })

  it('never brings in what a tag forbids', () => {
    const tags = ['rib_injury', 'bone_fragile', 'recent_spine_surgery']
    const plan = planOf({ goals: [{ text: 'Turn to look behind when driving', now: 3 }] }, tags)
    for (const { exerciseId } of plan.items) {
      const exercise = content.exercises.find(({ id }) => id === exerciseId)
      expect(exercise?.contraindicationTags.filter((tag) => tags.includes(tag)) ?? []).toEqual([])
    }
  })
})
