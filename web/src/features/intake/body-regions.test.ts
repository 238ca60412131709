import { expect, it } from 'vitest'
import { REGIONS } from './body-regions.ts'

const tickOf = (value: string) => REGIONS.back.find((region) => region.value === value)?.ticks[0]?.[0] ?? 100

it('left and right are the person’s own: seen from behind, left is on the left', () => {
  expect(tickOf('left blade')).toBeLessThan(100)
  expect(tickOf('right blade')).toBeGreaterThan(100)
})

it('each place is drawn once a figure, so that one key or tap marks it', () => {
  for (const regions of [REGIONS.back, REGIONS.front]) {
    const values = regions.map((region) => region.value)
    expect(new Set(values).size).toBe(values.length)
  }
})
