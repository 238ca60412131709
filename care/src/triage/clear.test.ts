import { describe, expect, it } from 'vitest'
import { Refusal } from '../errors.ts'
import { type Clearance, clear } from './clear.ts'
import type { RedFlag, RedFlagTable } from './red-flag.ts'
import { triage } from './triage.ts'

const NOW = '2026-11-21T08:00:00.000Z'
const item = (id: string, disposition: RedFlag['disposition'], tags: string[] = []): RedFlag => ({
  id,
  version: 1,
  domain: 'test',
  question: `${id}?`,
  help: null,
  answerType: 'yes_no_unsure',
  trigger: { fact: id, is: 'yes' },
  unsure: disposition,
  disposition,
  card: disposition === 'emergency_now' ? 'emergency' : 'caution',
  askAt: ['intake'],
  gate: null,
  precautionTags: tags,
  reasoning: 'test',
  patientMessage: null,
  sources: [],
  signOff: { state: 'draft', by: null, at: null },
})
const redFlags: RedFlagTable = {
  cards: [],
  items: [
    item('RF01', 'emergency_now'),
    item('RF45', 'see_clinician_first', ['bone_fragile']),
    item('RF60', 'caution'),
  ],
  gates: [],
  combinations: [],
  patterns: [],
  preSession: [],
  stopRules: [],
  safetyNet: '',
}
const content = { redFlags, version: 'v1' }
const intake = { yearOfBirth: 1980, answers: { RF01: 'yes', RF45: 'yes', RF60: 'yes' } }
const by = (rules: string[], more: Partial<Clearance> = {}): Clearance => ({
  rules,
  by: 'clinician:7',
  reason: 'Seen today, no sign of a fracture.',
  at: NOW,
  ...more,
})

describe('clearing warning signs', () => {
  it('takes the cleared rule away and leaves the others', () => {
    const { result, decision } = clear(intake, content, NOW, [by(['RF01'])])
    expect(result).toMatchObject({ disposition: 'see_clinician_first', rules: ['RF45', 'RF60'] })
    expect(decision).toMatchObject({ kind: 'clearance', by: 'clinician:7', rule: 'RF01' })
    expect(decision.because).toEqual([
      { id: 'triage.cleared', values: { rule: 'RF01', reason: 'Seen today, no sign of a fracture.' } },
    ])
  })

  it('adds up over several clearances, and keeps restrictions', () => {
    const { result } = clear(intake, content, NOW, [by(['RF01']), by(['RF45', 'RF60'])])
    expect(result).toMatchObject({ disposition: 'none', card: null, precautionTags: ['bone_fragile'] })
  })

  it('changes nothing for a rule that did not fire', () => {
    expect(clear(intake, content, NOW, [by(['RF99'])]).result).toEqual(triage(intake, content, NOW).result)
  })

  it.each([
    ['rules', 'forbidden'],
    ['patient', 'forbidden'],
    ['clinician:', 'forbidden'],
    ['xclinician:7', 'forbidden'],
  ])('is not for %s', (who, code) => {
    expect(() => clear(intake, content, NOW, [by(['RF01'], { by: who })])).toThrow(
      expect.objectContaining({ code }) as Refusal,
    )
  })

  it.each(['', '   ok     ', 'fine'])('needs a reason, %j is none', (reason) => {
    expect(() => clear(intake, content, NOW, [by(['RF01'], { reason })])).toThrow(Refusal)
  })

  it('never makes a child an adult', () => {
    const young = { yearOfBirth: 2012, answers: { RF01: 'no' } }
    expect(clear(young, content, NOW, [by(['under-18'])]).result.card).toBe('under-18')
  })
})
