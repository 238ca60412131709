import { SENTENCES } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../load.ts'

const { redFlags, questions } = loadContent()

function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|[^aeioudt]ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

/** Flesch-Kincaid: the school year that a text asks for. */
function grade(text: string): number {
  const sentences = text.split(/[.!?:](?:\s|$)/).filter((part) => part.trim() !== '').length
  const words = text.match(/[a-z’']+/gi) ?? []
  const heard = words.reduce((sum, word) => sum + syllables(word), 0)
  return (0.39 * words.length) / Math.max(1, sentences) + (11.8 * heard) / Math.max(1, words.length) - 15.59
}

const together = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' ')

const TEXTS: [string, string][] = [
  ...redFlags.items.map((item): [string, string] => [item.id, together(item.question, item.help)]),
  ...redFlags.items.map((item): [string, string] => [`${item.id} card`, item.patientMessage ?? '']),
  ...redFlags.gates.map((gate): [string, string] => [gate.id, gate.question]),
  ...redFlags.combinations.map((rule): [string, string] => [rule.id, rule.why]),
  ...redFlags.preSession.map((item): [string, string] => [item.id, item.question]),
  ...redFlags.stopRules.map((rule): [string, string] => [rule.id, rule.label]),
  ...questions.map((question): [string, string] => [question.id, together(question.text, question.help)]),
  ...Object.entries(SENTENCES)
    .filter(([id]) => /^(?:triage|intake)\./.test(id))
    .map(([id, text]): [string, string] => [id, text.replace(/\{\w+\}/g, 'it')]),
  ['safety net', redFlags.safetyNet],
]

describe('wording', () => {
  it.each(TEXTS)('%s can be read after eight years of school: %s', (_, text) => {
    expect(grade(text)).toBeLessThanOrEqual(8)
  })

  it('would notice a sentence that cannot', () => {
    expect(
      grade('Neurological deterioration necessitates immediate multidisciplinary evaluation.'),
    ).toBeGreaterThan(8)
  })

  it('is calm, blames nobody, and says of nobody that they were told', () => {
    for (const [, text] of TEXTS) {
      expect(text).not.toMatch(/!|\b(?:must not|never ignore|deadly|fatal|die|your fault|should have)\b/i)
      expect(text).not.toMatch(
        /\b(?:we (?:have )?(?:told|called|informed)|has been informed|was notified)\b/i,
      )
    }
  })
})
