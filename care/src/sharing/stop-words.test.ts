import { expect, it } from 'vitest'
import type { SafetyCard, StopRule } from '../triage/red-flag.ts'
import { stopWords } from './stop-words.ts'

const rule = (label: string, action: StopRule['action'], detectedBy: string): StopRule => ({
  id: label,
  label,
  action,
  detectedBy,
  signOff: { state: 'draft', by: null, at: null },
})
const card = { id: 'emergency', title: 'Get help', lead: null, steps: ['Call'], after: [] }

it('sorts what to stop for by what is done then, and leaves out what only a camera or the next day can tell', () => {
  const stopRules = [
    rule('chest pain', 'emergency', 'button, voice or text'),
    rule('dizzy', 'end-session', 'button, voice or text'),
    rule('pain of 6', 'stop-exercise', 'pain question'),
    rule('out of the picture', 'stop-exercise', 'camera'),
    rule('worse at night', 'regress', 'next-day question'),
    rule('fever', 'recovery-only', 'questions before the session'),
  ]
  const words = stopWords({ stopRules, cards: [card as unknown as SafetyCard] })
  expect(words).toEqual({
    emergency: ['chest pain'],
    end: ['dizzy', 'pain of 6'],
    before: ['fever'],
    card: { title: 'Get help', steps: ['Call'] },
  })
})

it('an emergency is told of, whoever would notice it', () => {
  const stopRules = [rule('collapse', 'emergency', 'camera')]
  expect(stopWords({ stopRules, cards: [] }).emergency).toEqual(['collapse'])
})
