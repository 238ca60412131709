import { COMPONENTS } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content } from './people.ts'

const library = content.exercises.filter((one) => !one.components.includes('movement-test'))

/** Every exercise that one comes to by following a neighbour, itself first. Throws on a circle. */
function chain(id: string, step: 'easierId' | 'harderId'): string[] {
  const seen: string[] = []
  for (let next: string | null = id; next !== null; ) {
    if (seen.includes(next)) throw new Error(`${id} comes round to ${next}`)
    seen.push(next)
    const exercise = content.exercises.find((one) => one.id === next)
    if (exercise === undefined) throw new Error(`${id} leads to ${next}, which is not there`)
    next = exercise.progression[step]
  }
  return seen
}

describe('the exercise library', () => {
  it('has all 93 exercises, squat and sit-to-stand among them, and reaches every component that can be trained', () => {
    expect(library).toHaveLength(93)
    expect(library.map((one) => one.id)).toEqual(expect.arrayContaining(['squat', 'sit-to-stand']))
    const trained = new Set(library.flatMap((one) => one.components))
    expect(COMPONENTS.filter((component) => !trained.has(component))).toEqual([])
  })

  it('has something for no equipment at all, sitting, standing and on the floor', () => {
    const bare = library.filter((one) => one.equipment.length === 0).map((one) => one.position)
    for (const position of ['seated', 'standing', 'supine', 'quadruped']) expect(bare).toContain(position)
  })

  it.each(content.exercises.map((one) => one.id))('%s: neighbours exist and never come round', (id) => {
    expect(() => [chain(id, 'easierId'), chain(id, 'harderId')]).not.toThrow()
  })

  it('speaks of a camera only to those who use one, in every step of a test and of an exercise', () => {
    const sentences = [...content.movementTests, ...content.exercises]
      .flatMap(({ steps }) => steps)
      .flatMap((step) => step.split(/(?<=[.!?]) /))
      .filter((sentence) => /camera/i.test(sentence))
    expect(sentences.length).toBeGreaterThan(15)
    expect(sentences.filter((sentence) => !sentence.startsWith('If you use a camera, '))).toEqual([])
  })

  it.each(content.exercises)('$id: can be done, counted and corrected as it says', (exercise) => {
    const { movement, faults, trackability, steps, dosage } = exercise
    expect(steps.length).toBeGreaterThanOrEqual(2)
    expect(Object.values(dosage).some((dose) => dose !== null)).toBe(true)
    const cues = faults.map((fault) => fault.id)
    for (const rule of movement.faults) {
      expect(cues).toContain(rule.id)
      expect(cues).toContain(rule.cue)
    }
    expect(new Set(cues).size).toBe(cues.length)
    if (trackability === 'full') expect(movement.count ?? movement.hold).not.toBeNull()
    if (trackability === 'timer-only') expect([movement.count, movement.measure]).toEqual([null, null])
    if (movement.template === 'timed') expect(movement.count).toBeNull()
    if (movement.count !== null) expect(movement.needs.length).toBeGreaterThan(0)
    expect(exercise.signOff.state).toBe('draft')
    expect(exercise.sources.length).toBeGreaterThan(0)
  })

  it('counts a squat from three sides, and measures and corrects it from the side alone', () => {
    const squat = content.exercises.find((one) => one.id === 'squat')?.movement
    expect(squat?.count?.views).toEqual(['front', 'oblique', 'side'])
    const judged = [squat?.measure?.views, ...(squat?.faults ?? []).map((rule) => rule.views)]
    expect(judged.length).toBeGreaterThan(1)
    for (const views of judged) expect(views).toEqual(['side'])
  })

  it('names only exercises that exist in its menus and tests, each menu reaching its components', () => {
    const ids = content.exercises.map((one) => one.id)
    for (const pattern of content.patterns) {
      for (const row of pattern.menu) expect(ids).toContain(row.exerciseId)
      const reached = new Set(pattern.menu.map((row) => row.component))
      expect(COMPONENTS.filter((component) => !reached.has(component))).toEqual([])
    }
    for (const test of content.movementTests.filter((one) => one.firstCheck)) {
      const exercise = content.exercises.find((one) => one.id === test.exerciseId)
      expect(exercise?.movement.measure ?? null).not.toBeNull()
    }
  })
})
