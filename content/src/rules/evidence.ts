import type { Intake, MovementTestResult, SelfTestResult } from '@dorsal/care'
import type { Given } from './people.ts'

/** Short ways to say what somebody answered or did, for tables of cases. Nothing is known but what is said. */
const measures = {}

export const said = (answers: Intake['answers']): Given => ({ measures, answers })
export const pain = (now: number, average: number, worst: number): Given => ({
  measures: { nprs: { now, average, worst } },
})

const judged = (rating: MovementTestResult['rating']): MovementTestResult => ({
  left: null,
  right: null,
  source: 'self',
  rating,
})

/** Movement tests by own judgement: limited ones, and full ones. */
export const limited = (...ids: string[]): Given => ({
  measures,
  movementTests: Object.fromEntries(ids.map((id) => [id, judged('limited')])),
})
export const full = (...ids: string[]): Given => ({
  measures,
  movementTests: Object.fromEntries(ids.map((id) => [id, judged('full')])),
})

/** A movement test that a camera measured: each side, or one value. */
export const turned = (id: string, left: number, right: number, error?: number): Given => ({
  measures,
  movementTests: { [id]: { left, right, source: 'camera', ...(error !== undefined && { error }) } },
})
export const valued = (id: string, value: number, error?: number): Given => ({
  measures,
  movementTests: {
    [id]: { left: null, right: null, value, source: 'camera', ...(error !== undefined && { error }) },
  },
})

/** Tests done alone, all with one result. */
export const alone = (result: SelfTestResult['result'], ...ids: string[]): Given => ({
  measures,
  selfTests: Object.fromEntries(ids.map((id) => [id, { result }])),
})

/** Everything of several cases together. */
export const and = (...cases: Given[]): Given => ({
  ...Object.assign({}, ...cases),
  answers: Object.assign({}, ...cases.map(({ answers }) => answers)),
  movementTests: Object.assign({}, ...cases.map(({ movementTests }) => movementTests)),
  selfTests: Object.assign({}, ...cases.map(({ selfTests }) => selfTests)),
})
