import { expect, it } from 'vitest'
import { isZone, Zone } from './zone.ts'

it.each(['Europe/Lisbon', 'America/New_York', 'UTC', 'Asia/Kolkata'])('%s has clocks', (zone) => {
  expect(Zone.safeParse(zone).success).toBe(true)
})

it.each(['', 'Lisbon', 'Europe/Nowhere', '+01:00', `Europe/${'x'.repeat(80)}`])('%s has none', (zone) => {
  expect(Zone.safeParse(zone).success).toBe(false)
})

it('says so of what is no zone, and does not throw', () => {
  expect(isZone('Moon/Sea')).toBe(false)
})
