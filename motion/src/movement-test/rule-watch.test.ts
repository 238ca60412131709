import { describe, expect, test } from 'vitest'
import type { Reading } from '../angles/angles.ts'
import type { View } from '../pose.ts'
import { specOf } from '../testing/test-specs.ts'
import { startTest } from './run.ts'
import { errorIn, type Look, measuredIn, readingIn } from './look.ts'
import type { TestRule } from './protocol.ts'
import { RuleWatch } from './rule-watch.ts'

const ERROR = 8
const SLIDE: TestRule = {
  id: 'hips-slide',
  signal: 'hip_drift',
  views: ['side'],
  when: 'above',
  threshold: 0.03,
  seconds: 0.4,
}

/** One frame in which every signal reads `value`, with an error of its own where `error` is given. */
function look(t: number, value: number, over: { view?: View | null; error?: number; found?: boolean } = {}) {
  const { view = 'side', found = true } = over
  const { tracker, spec } = startTest(specOf({ signal: 'trunk_lateral_flexion' }))
  if (tracker === null) throw new Error('this test has a camera')
  const reading: Reading = { value, left: value, right: value, error: over.error ?? null }
  tracker.signals.read = () => reading
  tracker.body.body.view = view
  const one: Look = { t, dt: 0.1, found, view, events: [], tracker, protocol: spec.protocol }
  return one
}

const broken = (rule: TestRule, value: number, over: Parameters<typeof look>[2] = {}) => {
  const watch = new RuleWatch([rule])
  for (let t = 0; t < 1; t += 0.1) watch.next(look(t, value, over))
  return watch.brokenSince(0)
}

describe('a rule that makes an attempt invalid', () => {
  test('hips that slide forward on the chair are known from half of the expected error beyond the limit', () => {
    expect(broken(SLIDE, 0.07)).toBe('hips-slide')
    expect(broken(SLIDE, 0.055)).toBeNull()
  })

  test('half of the error of this very reading is left to the person, not less and not more', () => {
    const bent: TestRule = { ...SLIDE, id: 'bent', signal: 'trunk_inclination', threshold: 10 }
    expect(broken(bent, 10 + 0.4 * ERROR, { error: ERROR })).toBeNull()
    expect(broken(bent, 10 + 0.6 * ERROR, { error: ERROR })).toBe('bent')
  })

  test.each<[TestRule['when'], number[], number[]]>([
    ['above', [30], [-30, 0]],
    ['below', [-30, 0], [30]],
    ['aboveAbs', [30, -30], [0]],
  ])('%s: broken on its own side of the limit, kept on the other', (when, breaks, keeps) => {
    const bent: TestRule = { ...SLIDE, id: 'bent', signal: 'trunk_inclination', threshold: 10, when }
    const broke = (value: number) => broken(bent, value, { error: 1 })
    expect(breaks.map(broke)).toEqual(breaks.map(() => 'bent'))
    expect(keeps.map(broke)).toEqual(keeps.map(() => null))
  })

  test('is judged from its own views alone, and from no unknown one', () => {
    for (const view of ['front', 'oblique', 'back', null] as const)
      expect(broken(SLIDE, 0.5, { view })).toBeNull()
  })

  test('must last, and somebody who is not found breaks nothing', () => {
    const watch = new RuleWatch([SLIDE])
    for (const t of [0, 0.1, 0.2, 0.3]) watch.next(look(t, 0.5))
    expect(watch.brokenSince(0)).toBeNull()
    expect(broken(SLIDE, 0.5, { found: false })).toBeNull()
  })
})

describe('what a runner may measure', () => {
  const spec = specOf({ signal: 'trunk_lateral_flexion' }).protocol
  test('only from the views of the protocol', () => {
    expect(spec.camera?.views).toEqual(['front'])
    expect(measuredIn(look(0, 20, { view: 'front' }), 'trunk_lateral_flexion')?.value).toBe(20)
    // The table states an error from behind, too; the protocol does not ask for that view.
    for (const view of ['back', 'side', 'oblique', null] as const)
      expect(measuredIn(look(0, 20, { view }), 'trunk_lateral_flexion')).toBeNull()
  })

  test('only by evidence no worse than the table states', () => {
    const at = (error: number) =>
      measuredIn(look(0, 20, { view: 'front', error }), 'trunk_lateral_flexion')?.error
    expect(at(2)).toBe(2)
    expect(at(40)).toBeUndefined()
  })

  test('nothing while nobody is found', () => {
    expect(readingIn(look(0, 20, { found: false }), 'trunk_lateral_flexion')).toBeNull()
    expect(
      errorIn(look(0, 20, { view: null }), 'hip_drift', { value: 0, left: 0, right: 0, error: null }),
    ).toBe(0)
  })
})
