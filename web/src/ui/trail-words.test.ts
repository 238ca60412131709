import { ACTIONS, contract, type EndpointName } from '@dorsal/care'
import { expect, it } from 'vitest'
import { trailWords } from './trail-words.ts'

const names = Object.keys(contract) as EndpointName[]
const other = trailWords('nothing of ours').id

it('every row that leaves a line in the trail has its words', () => {
  const traced = names.filter((name) => ACTIONS[contract[name].action].door !== 'anyone')
  expect(traced.length).toBeGreaterThan(100)
  expect(traced.filter((name) => trailWords(name).id === other)).toEqual([])
  expect(trailWords('export').id).not.toBe(other)
})
