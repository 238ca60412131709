import { expect, it } from 'vitest'
import { SENTENCES } from '../because.ts'

it('says no degrees without their error', () => {
  const measured = Object.entries(SENTENCES).filter(([, sentence]) => sentence.includes('°'))
  expect(measured.length).toBeGreaterThan(4)
  for (const [id, sentence] of measured) expect(`${id}: ${sentence}`).toMatch(/give or take \{\w+Error\}°/)
})
