import type { RedFlagTable } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { screenLines } from './screen-batch.ts'

const table = {
  items: [{ id: 'RF02', disposition: 'emergency_now' }],
  patterns: [
    {
      id: 'chest',
      lang: '*',
      domain: 'cardiac',
      disposition: 'emergency_now',
      card: 'emergency',
      pattern: 'chest pain',
      asks: ['RF02'],
    },
  ],
} as unknown as RedFlagTable

const answers = (...lines: unknown[]) =>
  screenLines(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'), table)

describe('a batch of texts', () => {
  it('is answered line by line, in order, each with its id', () => {
    const { answers: found, faults } = answers(
      { id: 'a', text: 'chest pain', lang: 'en' },
      { id: 2, text: 'stiff' },
      '',
      { id: 'c', text: 'Ich habe Schmerzen und kann nicht mehr', lang: 'de' },
    )
    expect(faults).toEqual([])
    expect(found).toEqual([
      {
        id: 'a',
        disposition: 'emergency_now',
        ask: false,
        rules: ['chest'],
        spans: [{ start: 0, end: 10, rule: 'chest' }],
      },
      { id: 2, disposition: 'none', ask: false, rules: [], spans: [] },
      expect.objectContaining({ id: 'c', disposition: 'none', ask: true }),
    ])
  })

  it('reads what was said before, as texts or with who said it', () => {
    const turns = [{ role: 'assistant', text: 'Do you have chest pain?' }]
    const said = (text: string, before: unknown[]) =>
      answers({ id: 'a', text, lang: 'en', turns: before }).answers[0]
    expect(said('yes', turns)).toMatchObject({ disposition: 'emergency_now' })
    expect(said('no', turns)).toMatchObject({ disposition: 'none', ask: false })
    expect(said('it got worse', ['I have chest pain'])).toMatchObject({ disposition: 'emergency_now' })
    expect(said('chest pain', ['hello', 'chest pain'])).toMatchObject({ disposition: 'emergency_now' })
    expect(said('fine', [{ speaker: 'patient', content: 'chest pain' }])).toMatchObject({
      disposition: 'emergency_now',
    })
  })

  it.each([
    ['no json', 'is no JSON'],
    ['[1]', 'must be an object'],
    ['{"text":"x"}', 'needs an "id"'],
    ['{"id":"x"}', 'needs a "text"'],
    ['{"id":"x","text":"x","lang":3}', '"lang" must be'],
    ['{"id":"x","text":"x","turns":"x"}', '"turns" must be a list'],
    ['{"id":"x","text":"x","turns":["a",4]}', '"turns"[1] must be'],
  ])('%s is answered with what to mend, and the others are screened', (line, message) => {
    const { answers: found, faults } = answers(line, { id: 'b', text: 'chest pain', lang: 'en' })
    expect(found[0]).toMatchObject({ line: 1, error: expect.stringContaining(message) as string })
    expect(found[1]).toMatchObject({ id: 'b', disposition: 'emergency_now' })
    expect(faults).toHaveLength(1)
  })

  it('gives the id of a bad line when it can be read', () => {
    expect(answers('{"id":"x","text":').answers[0]).toMatchObject({ id: 'x', line: 1 })
  })
})
