import { type FaultInput, type FaultRule, FaultWatch, SIGNALS } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import { content } from './people.ts'

const FPS = 30
const RULES = content.exercises.flatMap(({ id, movement }) =>
  movement.faults.map((rule) => ({ id, rule, name: `${id}: ${rule.id}` })),
)

/** The error that the angle table states for a rule's own view; of a trend its smallest change. */
function errorOf({ signal, views }: FaultRule): number {
  const row = SIGNALS[signal]
  const [view] = views
  return row.kind === 'trend' ? row.change : view === undefined ? 0 : (row.error[view] ?? 0)
}

/** A signal that goes beyond the limit of a rule by `by` (in its unit; a second for speeds), seen well. */
function beyond(rule: FaultRule, by: number, sight = 0.95): FaultInput {
  const error = errorOf(rule)
  const at = rule.threshold + (rule.when === 'below' ? -by : by)
  const speed = rule.when === 'fasterThan' ? at : 0
  return { value: rule.when === 'fasterThan' ? 0 : at, speed, sight, error, allowed: error }
}

/** How often a rule was broken in four seconds of a repetition in which its signal stays where it is. */
function count(rule: FaultRule, input: FaultInput): number {
  const faults = new FaultWatch([rule])
  const seen = { t: 1, view: rule.views[0] ?? null, sight: input.sight }
  if (rule.when === 'shortRange') faults.repetition(seen, input.value <= rule.threshold ? input.value : 1)
  else if (rule.when === 'quickerThan') {
    faults.repetition(seen, 1)
    faults.way(seen, { phase: rule.phase === 'back' ? 'back' : 'out', seconds: input.value })
  } else
    for (let i = 0; i < 4 * FPS; i++)
      faults.next(
        { t: i / FPS, view: rule.views[0] ?? null, phase: rule.phase ?? 'out', repeats: true },
        () => input,
      )
  return faults.counts[0]?.count ?? 0
}

/** Judged on whole repetitions, and broken by less than the limit. */
const whole = ({ when }: FaultRule): boolean => when === 'shortRange' || when === 'quickerThan'

describe('the fault rules of the library', () => {
  it('are there for most of what a camera looks at, none for what goes by the timer', () => {
    const looked = content.exercises.filter(({ movement }) => movement.cameraView !== null)
    const judged = looked.filter(({ movement }) => movement.faults.length > 0)
    expect(judged.length / looked.length).toBeGreaterThan(0.8)
  })

  it.each(RULES)('$name is found one error beyond its limit', ({ rule }) => {
    const by = whole(rule) ? -0.2 : Math.max(errorOf(rule), 0.01)
    expect(count(rule, beyond(rule, by))).toBe(1)
  })

  it.each(RULES)('$name is kept within its limit, and unknown where nothing is seen', ({ rule }) => {
    const within = whole(rule) ? 0.2 : -0.01
    expect(count(rule, beyond(rule, within))).toBe(0)
    const by = whole(rule) ? 0.2 : errorOf(rule)
    expect(count(rule, { ...beyond(rule, by), value: Number.NaN, speed: Number.NaN })).toBe(0)
  })

  it.each(RULES.filter(({ rule }) => !whole(rule) && rule.when !== 'fasterThan'))(
    '$name is not said of a reading that is twice as unsure as the table says',
    ({ rule }) => {
      const error = errorOf(rule)
      expect(count(rule, { ...beyond(rule, 0.9 * error), error: 2 * error })).toBe(0)
    },
  )
})
