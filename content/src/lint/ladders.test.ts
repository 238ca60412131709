import type { Content, Ladder } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../load.ts'
import { ladders } from './ladders.ts'

const content = loadContent()

function withFirst(change: (ladder: Ladder) => Ladder): Content {
  return { ...content, ladders: content.ladders.map((one, index) => (index === 0 ? change(one) : one)) }
}

const said = (given: Content) => ladders.check(given).map(({ message }) => message)

describe('ladders', () => {
  it('are in order in the product’s own content', () => {
    expect(said(content)).toEqual([])
  })

  it.each<[string, (ladder: Ladder) => Ladder]>([
    ['a step that goes back', (one) => ({ ...one, steps: [...one.steps].reverse() })],
    [
      'an exercise that is not there',
      (one) => ({ ...one, steps: one.steps.map((step) => ({ ...step, exerciseId: 'no-such' })) }),
    ],
    [
      'an exercise of another phase',
      (one) => ({
        ...one,
        steps: [...one.steps, { phase: 'late', exerciseId: 'hip-hinge-stick', text: 'x' }],
      }),
    ],
    ['a single step', (one) => ({ ...one, steps: one.steps.slice(0, 1) })],
    [
      'nothing to begin with',
      (one) => ({ ...one, steps: one.steps.map((step) => ({ ...step, exerciseId: null })) }),
    ],
  ])('refuses %s', (_what, change) => {
    expect(said(withFirst(change)).length).toBeGreaterThan(0)
  })

  it('refuses content without a ladder for any other activity', () => {
    const named = content.ladders.filter(({ match }) => Object.values(match).flat().length > 0)
    expect(said({ ...content, ladders: named })).toEqual(['0 ladders match any activity; there must be one'])
  })
})
