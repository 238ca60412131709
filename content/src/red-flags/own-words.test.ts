import { explain, screen, type TriageIntake, triage } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../load.ts'

const NOW = '2026-11-21T08:00:00.000Z'
const content = loadContent()
const no = Object.fromEntries(
  content.redFlags.items
    .filter((item) => item.disposition === 'emergency_now')
    .map((item) => [item.id, 'no']),
)

function of(answers: Record<string, unknown>, more: object = {}) {
  return triage({ yearOfBirth: 1996, answers: { ...no, ...answers }, ...more } as TriageIntake, content, NOW)
    .result
}

describe('own words in an intake', () => {
  it.each([
    ['a text answer', of({ H12: 'I think it is my heart, I get chest pain' })],
    ['a goal', of({}, { goals: [{ text: 'walk again, my legs are giving way', now: 2 }] })],
    ['a list', of({ H09: ['exercise', 'I cannot feel my legs'] })],
  ])('%s is screened, and outweighs the no before it', (_, result) => {
    expect(result).toMatchObject({ disposition: 'emergency_now', card: 'emergency' })
  })

  it('shows the words that it goes by', () => {
    const [reason] = of({ H08: 'Then came Chest Pain.' }).because
    expect(reason && explain(reason)).toBe('You wrote “Chest Pain”. We take that seriously.')
  })

  it('shows thoughts of self-harm their own card', () => {
    expect(of({ H12: 'some days I want to end my life' }).card).toBe('self-harm')
  })

  it('takes a danger that is not said outright as settled by the answer to its question', () => {
    const feared = 'worried it might be a heart attack'
    expect(of({ H12: 'no chest pain' }).disposition).toBe('none')
    expect(of({ H12: feared }).disposition).toBe('none')
    const open = { ...no, H12: feared } as Record<string, string>
    delete open['RF02']
    const result = triage({ yearOfBirth: 1996, answers: open }, content, NOW).result
    expect(result.disposition).toBe('emergency_now')
    expect(result.rules).toEqual(expect.arrayContaining(['FT01', 'heart-attack', 'RF02.unanswered']))
  })

  it('needs every question about it answered', () => {
    const past = 'worried it might be cancer'
    expect(of({ H12: past }).disposition).toBe('same_day_urgent')
    expect(of({ H12: past, RF22: 'no' }).disposition).toBe('see_clinician_first')
    expect(of({ H12: past, RF41: 'no' }).disposition).toBe('same_day_urgent')
    expect(of({ H12: past, RF41: 'no', RF22: 'no' }).disposition).toBe('none')
  })

  it('counts what it cannot read as asked', () => {
    const german = 'Mein Rücken ist steif'
    expect(of({ H12: german }, { lang: 'de' }).disposition).toBe('none')
    const open = { ...no, H12: german } as Record<string, string>
    delete open['RF06']
    expect(triage({ yearOfBirth: 1996, answers: open, lang: 'de' }, content, NOW).result.disposition).toBe(
      'emergency_now',
    )
  })

  it('reaches with a "no" only so far', () => {
    const read = (text: string) => screen(text, content.redFlags, 'en').disposition
    expect(read('no fever')).toBe('none')
    expect(read('I have not slept at all with this fever')).toBe('same_day_urgent')
    expect(read('not one of the four things that I tried over the summer did help, chest pain')).toBe(
      'emergency_now',
    )
  })
})
