import { evaluate } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, type Given, intakeOf, NOW, triageOf } from './people.ts'

/** The published findings: how sure each is by itself, and how many things make it surer or less sure. */
const FINDINGS: readonly (readonly [string, number, number])[] = [
  ['sitting-related', 0.85, 1],
  ['evening-fatigue', 0.8, 0],
  ['long-sitting', 0.8, 0],
  ['stuck-rounded', 0.5, 2],
  ['rotation-limited', 0.7, 4],
  ['rotation-uneven', 0.6, 2],
  ['rotation-typical', 0.7, 2],
  ['side-bend-limited', 0.7, 2],
  ['reach-limited', 0.65, 4],
  ['movement-painful', 0.75, 1],
  ['morning-stiffness', 0.7, 0],
  ['stiff', 0.6, 0],
  ['movement-provoked', 0.75, 0],
  ['load-related', 0.65, 1],
  ['neck-shoulder-linked', 0.6, 2],
  ['rib-linked', 0.6, 2],
  ['high-pain', 0.85, 0],
  ['persistent', 0.8, 0],
  ['low-activity', 0.6, 0],
  ['stress', 0.6, 0],
  ['worry-about-moving', 0.7, 0],
  ['neck-turn-limited', 0.65, 2],
  ['neck-turn-uneven', 0.55, 1],
  ['control-low', 0.6, 5],
  ['legs-tire', 0.7, 1],
  ['chest-short', 0.5, 2],
  ['lat-short', 0.5, 2],
  ['neck-shoulder-tight', 0.5, 2],
  ['hip-flexors-short', 0.45, 2],
  ['blades-tire', 0.55, 4],
  ['trunk-tires', 0.5, 4],
  ['hips-weak', 0.5, 2],
  ['ribs-stiff', 0.5, 2],
  ['hips-turn-less', 0.45, 2],
  ['breath-fast', 0.6, 2],
  ['upright-limited', 0.6, 2],
  ['long-driving', 0.6, 1],
  ['phone-hours', 0.5, 1],
  ['heavy-days', 0.5, 1],
  ['short-nights', 0.5, 0],
  ['activity-limited', 0.8, 0],
  ['little-confidence', 0.6, 0],
  ['low-mood', 0.6, 0],
  ['uneasy', 0.6, 0],
  ['expects-the-worst', 0.65, 0],
  ['poor-sleep', 0.65, 1],
  ['work-far-away', 0.6, 0],
  ['waits-for-others', 0.45, 0],
  ['alone-with-it', 0.5, 0],
  ['many-places', 0.7, 0],
  ['low-expectation', 0.6, 0],
]

const found = (answers: NonNullable<Given['answers']>) =>
  evaluate(intakeOf({ measures: {}, answers }), content, triageOf(), NOW).result.findings.map(({ id }) => id)

describe('the findings', () => {
  it('are as published', () => {
    expect(content.findings.map(({ id, confidence, more = [] }) => [id, confidence, more.length])).toEqual(
      FINDINGS,
    )
  })

  it('of nothing said are none', () => {
    expect(found({})).toEqual([])
  })
})
