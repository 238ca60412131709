import { evaluate, evaluateAgain, type Tested, testedAgain } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, DESK, intakeOf, NOW, triageOf } from './people.ts'

const intake = intakeOf(DESK)
const triage = triageOf()
const first = evaluate(intake, content, triage, NOW).result
const LATER = '2026-03-30T09:00:00.000Z'
const again = (tested: Tested, before = first) =>
  evaluateAgain({ before, intake, tested, content, triage, now: LATER })
const as = (result: 'pass' | 'limited' | 'painful'): Tested => ({
  movementTests: intake.movementTests,
  selfTests: { 'rib-breath': { result, side: null } },
})
const idsOf = ({ because }: { because: { id: string }[] }) => because.map(({ id }) => id)

describe('the evaluation with tests done again', () => {
  it('says so where nothing is other, and asks nobody', () => {
    const { decision, ask } = again({
      movementTests: intake.movementTests,
      selfTests: intake.selfTests ?? {},
    })
    expect([idsOf(decision), ask]).toEqual([['evaluation.again.same'], false])
    expect(decision.rule).toMatch(/-again$/)
    expect(decision.at).toBe(LATER)
  })

  it('asks a clinician to look at what is new, and names it', () => {
    const { decision, ask } = again(as('limited'))
    expect(ask).toBe(true)
    const label = content.findings.find(({ id }) => id === 'ribs-stiff')?.label ?? '?'
    expect(decision.because).toContainEqual({ id: 'evaluation.again.found', values: { what: label } })
  })

  it('asks nobody about what got better', () => {
    const stiff = evaluate(testedAgain(intake, as('limited')), content, triage, NOW).result
    const { decision, ask } = again(as('pass'), stiff)
    expect(ask).toBe(false)
    expect(idsOf(decision)).toEqual(['evaluation.again.gone'])
  })

  it('asks where another working pattern leads', () => {
    const { decision, ask } = again(
      { movementTests: intake.movementTests, selfTests: intake.selfTests ?? {} },
      { ...first, pattern: 'P5', patternName: 'Another' },
    )
    expect(ask).toBe(true)
    expect(decision.because[0]).toEqual({
      id: 'evaluation.again.pattern',
      values: { from: 'Another', to: first.patternName },
    })
  })
})
