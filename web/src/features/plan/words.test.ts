import { expect, it } from 'vitest'
import { i18n } from '../../lib/i18n.ts'
import { decidedByClinician, sureness } from './words.ts'

it('says how sure a finding is without a number', () => {
  expect([0.9, 0.6, 0.2].map((sure) => i18n._(sureness(sure)))).toEqual(['quite sure', 'likely', 'possible'])
})

it('tells a clinician’s decision from the rules’', () => {
  expect(decidedByClinician({ decidedBy: 'clinician:1' })).toBe(true)
  expect(decidedByClinician({ decidedBy: 'rules' })).toBe(false)
})
