import { ANYBODY, type PanelFilter } from '@dorsal/care'
import { expect, it } from 'vitest'
import { addressOf, lookOf, panelAddress } from './panel-address.ts'

const ID = '00000000-0000-7000-8000-000000000001'
const LOOKS: PanelFilter[] = [
  { reasons: [], whose: 'all', phase: null },
  { reasons: ['flare', 'message-waiting'], whose: 'mine', phase: 'middle' },
  { reasons: ['red-flag'], whose: ID, phase: null },
]

it.each(LOOKS)('a look goes to the address and comes back from it as it was', (look) => {
  const address = addressOf(look)
  expect(lookOf(address)).toEqual(look)
  expect(panelAddress(address)).toEqual(address)
})

it('an address that asks for nothing is told from one that asks for everybody', () => {
  expect(lookOf({})).toBeNull()
  expect(panelAddress({ lang: 'es' })).toEqual({})
  expect(lookOf({ whose: 'all' })).toEqual({ reasons: [], whose: 'all', phase: null })
})

it('what nobody knows is left out, and comes back into no address', () => {
  const odd = { why: 'flare.nonsense.flare', whose: 'Zoë', phase: 7, name: 'Zoë' }
  expect(lookOf(odd)).toEqual({ reasons: ['flare'], whose: 'all', phase: null })
  expect(panelAddress(odd)).toEqual({ why: 'flare', whose: 'all' })
})

it('a name that was typed stands in no address', () => {
  const look = { ...ANYBODY, name: 'Zoë' }
  expect(JSON.stringify(addressOf(look))).not.toContain('Zoë')
})
