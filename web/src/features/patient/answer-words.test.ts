import { describe, expect, it } from 'vitest'
import { i18n } from '../../lib/i18n.ts'
import { answerText, testValue } from './answer-words.ts'

const texts = {
  'B01.unit': 'hours',
  'B11.unit': 'of 10',
  'H05.sitting': 'Sitting',
  'chair-stand-30s.unit': 'count',
  'prone-endurance.unit': 'seconds',
}

describe('what a clinician reads of an answer', () => {
  it.each([
    ['B01', 9, '9 hours'],
    ['B11', 7, '7 of 10'],
    ['B99', 3, '3'],
    ['H05', 'sitting', 'Sitting'],
    ['H05', ['sitting', 'my own word'], 'Sitting, my own word'],
    ['H12', 'swimming', 'swimming'],
  ])('%s %j: %s', (id, answer, words) => {
    expect(answerText(id, answer, texts)).toBe(words)
  })

  it('has the unit of a measured value', () => {
    expect(testValue('prone-endurance', 40, texts, i18n)).toBe('40 seconds')
    expect(testValue('unknown', 40, texts, i18n)).toBe('40')
  })
})
