import { RANGE_GOALS } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content } from './people.ts'

/** What the movement tests call limited, by signal: angles measured as a range, and no trends. */
const bands = Object.fromEntries(
  content.movementTests.flatMap(({ protocol, bands: all }) =>
    protocol.kind === 'range' &&
    protocol.unit === 'deg' &&
    !protocol.trend &&
    (protocol.signal ?? '') in RANGE_GOALS
      ? [
          [
            protocol.signal,
            all.map(({ fromAge, limitedBelow }) => ({ fromAge, enough: limitedBelow })),
          ] as const,
        ]
      : [],
  ),
)

describe('the ranges that a stall is told by', () => {
  it('are those below which the movement tests call a movement limited', () => {
    expect(bands).toEqual(RANGE_GOALS)
  })
})
