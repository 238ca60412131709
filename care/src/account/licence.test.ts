import { expect, it } from 'vitest'
import { licenceFault } from './licence.ts'

const licence = { country: 'PT', expiresOn: '2026-11-22' }

it.each([
  ['on its last day', '2026-11-22T23:59:59.999Z', 'PT', null],
  ['the day after', '2026-11-23T00:00:00.000Z', 'PT', 'licence-expired'],
  ['in another country', '2026-11-22T12:00:00.000Z', 'BR', 'licence-elsewhere'],
  ['where no country is said', '2026-11-22T12:00:00.000Z', null, null],
  ['expired and elsewhere', '2027-01-01T00:00:00.000Z', 'BR', 'licence-expired'],
])('%s', (_, now, country, fault) => {
  expect(licenceFault(licence, { now, country })).toBe(fault)
})
