import { expect, it } from 'vitest'
import { ACTIONS, type Door } from '../access/action.ts'
import { clinicRows } from './clinic-rows.ts'
import { contract } from './contract.ts'
import { personRows } from './person-rows.ts'
import { sharingRows } from '../sharing/sharing-rows.ts'

const has = (rows: object, name: string): boolean => Object.hasOwn(rows, name)

/** Which pages ask at a door. What anybody may ask is asked by those of a person, or by those at which the clinic signs in. */
const BROUGHT: Readonly<Record<Door, (name: string) => boolean>> = {
  patient: (name) => has(personRows, name),
  staff: (name) => has(clinicRows, name),
  anyone: (name) => has(personRows, name) || has(clinicRows, name),
  link: (name) => has(sharingRows, name),
  caregiver: () => true,
  machine: () => true,
}

it('every page brings along the rows of the doors at which it asks', () => {
  const missing = Object.entries(contract).filter(
    ([name, { action }]) => !BROUGHT[ACTIONS[action].door](name),
  )
  expect(missing.map(([name]) => name)).toEqual([])
})
