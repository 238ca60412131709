import { expect, it } from 'vitest'
import { FREE_TRIES, type Pool, poolsFor, waitAfter } from './throttle.ts'

it.each(Object.keys(FREE_TRIES) as Pool[])(
  '%s: free at first, then twice as long each time, to a quarter of an hour',
  (pool) => {
    const free = FREE_TRIES[pool]
    expect(waitAfter(pool, free - 1)).toBe(0)
    expect([0, 1, 2, 3, 4, 5, 6, 500].map((more) => waitAfter(pool, free + more))).toEqual([
      30, 60, 120, 240, 480, 900, 900, 900,
    ])
  },
)

it('in a known browser only its own tries count, elsewhere every other pool', () => {
  expect(poolsFor(true)).toEqual(['device'])
  expect(poolsFor(false)).toEqual(['pair', 'account', 'network'])
})
