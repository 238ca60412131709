import type { Fact, Facts } from '../condition.ts'
import { ageOn } from './age.ts'
import { type Intake, SelfTestResult } from './intake.ts'

/** The part of an intake that rules read. Partial, so that the same rules run while the person is still answering. */
export type IntakeSoFar = Partial<
  Pick<Intake, 'yearOfBirth' | 'sex' | 'answers' | 'goals' | 'measures' | 'movementTests' | 'selfTests'>
>

/** A yes/no answer in one of its forms; anything else counts as not answered. */
export type YesNo = 'yes' | 'no' | 'unsure'

const FORMS: Readonly<Record<string, YesNo>> = {
  yes: 'yes',
  no: 'no',
  unsure: 'unsure',
  'not sure': 'unsure',
  prefer_not: 'unsure',
  'prefer not': 'unsure',
}

/** Reads a yes/no answer whatever its case. "Prefer not to say" counts as unsure. Null: not an answer. */
export function yesNo(value: unknown): YesNo | null {
  if (typeof value !== 'string') return null
  const key = value.trim().toLowerCase()
  return Object.hasOwn(FORMS, key) ? (FORMS[key] ?? null) : null
}

const RED_FLAG = /^RF\d+$/

function toFact(id: string, value: unknown): Fact | undefined {
  if (RED_FLAG.test(id)) return yesNo(value) ?? (typeof value === 'number' ? value : undefined)
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string')
  return undefined
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function num(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/**
 * What rules may look at, by name: answers by their id, and computed `age`, `sex`, `unsure.count` (unsure red-flag answers),
 * `nprs.now|average|worst` (pain 0..10), `test.<id>.left|right|value|difference|pain` (in the test's unit; pain 0..10), `self.<id>` (pass, limited,
 * painful) and `self.<id>.side` of the tests that people do alone, `goals.count`.
 * Total: junk is left out, and a missing fact holds no condition.
 */
export function factsOf(intake: IntakeSoFar, now: string): Facts {
  const facts = new Map<string, Fact>()
  const put = (id: string, value: Fact | undefined): void => {
    if (value !== undefined) facts.set(id, value)
  }
  let unsure = 0
  for (const [id, value] of entries(intake.answers)) {
    const fact = toFact(id, value)
    if (RED_FLAG.test(id) && fact === 'unsure') unsure += 1
    put(id, fact)
  }
  put('unsure.count', unsure)
  put('age', ageOn(intake.yearOfBirth, now) ?? undefined)
  put('sex', intake.sex ?? undefined)
  put('goals.count', Array.isArray(intake.goals) ? intake.goals.length : 0)
  for (const [when, value] of entries(intake.measures?.nprs)) put(`nprs.${when}`, num(value))
  for (const [id, value] of entries(intake.movementTests)) putTest(put, id, value)
  for (const [id, value] of entries(intake.selfTests)) {
    const { data } = SelfTestResult.safeParse(value)
    put(`self.${id}`, data?.result)
    put(`self.${id}.side`, data?.side ?? undefined)
  }
  return Object.fromEntries(facts)
}

function putTest(put: (id: string, value: Fact | undefined) => void, id: string, value: unknown): void {
  const test = Object.fromEntries(entries(value))
  const [left, right] = [num(test['left']), num(test['right'])]
  put(`test.${id}.left`, left)
  put(`test.${id}.right`, right)
  if (left !== undefined && right !== undefined) put(`test.${id}.difference`, Math.abs(left - right))
  put(`test.${id}.value`, num(test['value']))
  put(`test.${id}.pain`, num(test['pain']))
  const rating = test['rating']
  put(`test.${id}.rating`, typeof rating === 'string' ? rating : undefined)
}
