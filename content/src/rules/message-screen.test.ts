import { OUTCOMES, screenMessage, type YesNo } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content } from './people.ts'

const { redFlags, version } = content
const screened = (words: string, answers: Record<string, YesNo> = {}, turns: string[] = [], lang = 'en') =>
  screenMessage({ words, lang, turns, answers }, redFlags, version)
const level = (words: string, answers: Record<string, YesNo> = {}, turns: string[] = []) =>
  screened(words, answers, turns).result.disposition

/** Words that only touch on a danger, so that they are asked about. */
const TOUCHED = 'A slight chill.'

describe('the screen of a message', () => {
  it.each([
    ['Thank you, the exercises help.', 'none'],
    ['Can I move my appointment to Friday?', 'none'],
    ['I cannot feel between my legs and I cannot pass urine', 'emergency_now'],
    ['I want to kill myself', 'emergency_now'],
    ['I have crushing chest pain and cannot breathe', 'emergency_now'],
  ])('%s: %s', (words, disposition) => {
    expect(level(words)).toBe(disposition)
  })

  it('reads Spanish and Portuguese too', () => {
    expect(screened('No siento la entrepierna y no puedo orinar', {}, [], 'es').result.disposition).toBe(
      'emergency_now',
    )
    expect(screened('Quero me matar', {}, [], 'pt').result.disposition).toBe('emergency_now')
  })

  it('counts what it asks about as said until it is answered, and "not sure" as yes', () => {
    const { asks, result } = screened(TOUCHED)
    expect(asks.length).toBeGreaterThan(0)
    expect(result.disposition).not.toBe('none')
    const all = (answer: YesNo) => Object.fromEntries(asks.map(({ id }): [string, YesNo] => [id, answer]))
    expect(level(TOUCHED, all('no'))).toBe('none')
    expect(screened(TOUCHED, all('no')).asks).toEqual([])
    expect(level(TOUCHED, all('yes'))).toBe(asks[0]?.disposition)
    expect(level(TOUCHED, all('unsure'))).toBe(asks[0]?.disposition)
  })

  it('is not talked out of what was said outright by a "no" to its question', () => {
    const words = 'I cannot feel between my legs and I cannot pass urine'
    const no = Object.fromEntries(redFlags.items.map(({ id }): [string, YesNo] => [id, 'no']))
    expect(level(words, no)).toBe('emergency_now')
  })

  it('puts the gravest question first, and none that could add nothing', () => {
    const { asks } = screened('I lost weight, have night sweats, and my legs feel heavy and a bit numb')
    const order = ['emergency_now', 'same_day_urgent', 'see_clinician_first', 'caution']
    const ranks = asks.map(({ disposition }) => order.indexOf(disposition))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(screened('I cannot feel between my legs and I cannot pass urine. My hand is numb.').asks).toEqual(
      [],
    )
  })

  it('hears what comes drop by drop', () => {
    expect(level('It is numb.')).not.toBe('emergency_now')
    expect(level('between my legs', {}, ['It is numb.'])).toBe('emergency_now')
  })
})

describe('from what was found to what happens', () => {
  it('is a task at every level but none, and stops exercise wherever it does anywhere else', () => {
    const rows = Object.entries(OUTCOMES).map(([disposition, { card, task, holds }]) => [
      disposition,
      card,
      task,
      holds,
    ])
    expect(rows).toEqual([
      ['emergency_now', 'stop', 'red-flag', true],
      ['same_day_urgent', 'stop', 'red-flag', true],
      ['see_clinician_first', 'advice', 'red-flag', true],
      ['caution', 'advice', 'review', false],
      ['none', null, null, false],
    ])
  })
})
