import { type Facts, holds } from '../condition.ts'
import type { MovementTest } from '../content.ts'
import type { IntakeSoFar } from '../intake/facts.ts'
import { factsOf } from '../intake/facts.ts'
import { Intake } from '../intake/intake.ts'
import type { SelfTest } from './self-test.ts'
import { judgedFacts } from './test-facts.ts'

/** Minutes that further tests may take together on one day, and pain (0..10) above which nobody is tested today. */
export const OFFER_MINUTES = 8
export const MOST_PAIN = 6

/** One further test: measured or judged by the camera's protocol, or done alone. */
export type OfferedTest = { by: 'protocol'; test: MovementTest } | { by: 'self'; test: SelfTest }

/** The tests of today: the first ones, those that may follow, what they take together, and whether pain keeps them all for another day. */
export type TestOffers = { first: MovementTest[]; further: OfferedTest[]; minutes: number; tooSore: boolean }

/** Kinds of test that nobody can judge without a camera: a still picture of one's own side, and one's own breath while one counts it. */
const CAMERA_ONLY = new Set(['photo', 'breathing-rate', 'breathing-pattern'])

export type OfferInput = {
  intake: IntakeSoFar
  /** Precaution tags of the triage: a test that a tag leaves out is never offered. */
  tags: readonly string[]
  tests: readonly MovementTest[]
  furtherTests: readonly MovementTest[]
  selfTests: readonly SelfTest[]
  camera: boolean
  now: string
}

function listOf(facts: Facts, id: string): readonly string[] | null {
  const fact = facts[id]
  return Array.isArray(fact) ? (fact as readonly string[]) : null
}

/**
 * Which movement tests and tests done alone to offer this person today: the first ones, and after them those whose `offer` the answers and first
 * results call for, weightiest first, never more than fit into eight minutes. Left out: what a precaution tag forbids, what needs a position
 * or a thing that the person said they do not have (nothing said leaves it in), and without a camera what only a camera can judge. With pain above 6
 * of 10 there is no test today. Deterministic; ties by id. Source: general protocol of the tests (pain at most 6, skip tags); minutes are an author default.
 */
export function offerTests(input: OfferInput): TestOffers {
  const { intake, tags, now } = input
  const plain = factsOf(intake, now)
  const all = [...input.tests, ...input.furtherTests]
  const { data } = Intake.safeParse({ format: 'dorsal-intake/1', yearOfBirth: 1900, answers: {}, ...intake })
  const facts = data === undefined ? plain : judgedFacts(data, plain, all, [])
  const painNow = facts['nprs.now']
  const tooSore = typeof painNow === 'number' && painNow > MOST_PAIN
  if (tooSore) return { first: [], further: [], minutes: 0, tooSore }
  const allowed = (skipTags: readonly string[]) => !skipTags.some((tag) => tags.includes(tag))
  const first = input.tests.filter((test) => allowed(test.protocol.skipTags))
  const positions = listOf(facts, 'H14.positions')
  const things = listOf(facts, 'H14.equipment')
  const canDo = ({ position, needs }: SelfTest) =>
    (positions === null || positions.length === 0 || positions.includes(position)) &&
    (things === null || needs.every((thing) => things.includes(thing)))
  const wanted: OfferedTest[] = [
    ...input.furtherTests
      .filter(({ protocol }) => allowed(protocol.skipTags))
      .filter(({ protocol }) => input.camera || !CAMERA_ONLY.has(protocol.kind))
      .map((test): OfferedTest => ({ by: 'protocol', test })),
    ...input.selfTests
      .filter((test) => allowed(test.skipTags) && canDo(test))
      .map((test): OfferedTest => ({ by: 'self', test })),
  ].filter(({ test }) => test.offer !== undefined && holds(test.offer.when, facts))
  const weight = ({ test }: OfferedTest) => test.offer?.weight ?? 0
  wanted.sort((a, b) => weight(b) - weight(a) || a.test.id.localeCompare(b.test.id))
  const further: OfferedTest[] = []
  let minutes = 0
  for (const one of wanted) {
    const takes = one.test.offer?.minutes ?? 0
    if (minutes + takes > OFFER_MINUTES) continue
    minutes += takes
    further.push(one)
  }
  return { first, further, minutes, tooSore }
}
