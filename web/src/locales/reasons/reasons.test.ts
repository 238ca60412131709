import { explain, SENTENCES, type Sayings } from '@dorsal/care'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ES } from './es.ts'
import { PT } from './pt.ts'

const DATA = fileURLToPath(new URL('../../../../content/data/', import.meta.url))
const jsonOf = (folder: string): unknown[] =>
  readdirSync(`${DATA}${folder}`).map((name): unknown => JSON.parse(readFileSync(`${DATA}${folder}/${name}`, 'utf8')))

type Question = { id: string; options: { value: string }[] }
const questions = jsonOf('questions').flat() as Question[]
const kit = (jsonOf('exercises') as { equipment: string[] }[]).flatMap(({ equipment }) => equipment)

/** How answers read inside of a sentence, by reasons of the rules themselves: what they name in English must have a word. */
const SAID: Readonly<Record<string, string>> = {
  'desk or laptop': 'desk work',
  'walking or moving': 'walking',
  'deep breath or cough': 'a deep breath or cough',
  'rest lying': 'lying down',
  phone: 'looking at a phone',
  'between blades': 'between your shoulder blades',
  'right blade': 'your right shoulder blade',
  'left blade': 'your left shoulder blade',
  'mid-spine': 'your mid-spine',
  'lower ribs back': 'your lower ribs',
  'side ribs': 'your side ribs',
  neck: 'your neck',
  shoulder: 'your shoulder',
  'low back': 'your low back',
}
const answers = questions
  .filter(({ id }) => ['H01', 'H03', 'H05', 'H06'].includes(id))
  .flatMap(({ options }) => options.map(({ value }) => SAID[value] ?? value))
  .filter((value) => !value.startsWith('nothing'))

const holes = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()

describe.each<[string, Sayings]>([
  ['Spanish', ES],
  ['Portuguese', PT],
])('reasons in %s', (_, sayings) => {
  it('are there for every id, and for no other', () => {
    expect(Object.keys(sayings.sentences).sort()).toEqual(Object.keys(SENTENCES).sort())
  })

  it('name the same values, and are not left in English', () => {
    for (const [id, english] of Object.entries(SENTENCES)) {
      const said = sayings.sentences[id] ?? ''
      expect([id, ...holes(said)]).toEqual([id, ...holes(english)])
      if (!/^\{\w+\}$/.test(english)) expect([id, said]).not.toEqual([id, english])
    }
  })

  it('have a word for every answer and thing that a reason can name', () => {
    expect(answers.length).toBeGreaterThan(20)
    expect([...answers, ...kit].filter((word) => !Object.hasOwn(sayings.words, word))).toEqual([])
  })
})

describe('values', () => {
  const worse = { id: 'pattern.worse-sitting', values: { worse: 'sitting, desk work and driving' } }

  it('are said word by word, joined as the language joins', () => {
    expect(explain(worse, ES)).toBe(
      'Dijo que empeora con esto: estar sentado, trabajar en el escritorio y conducir.',
    )
    expect(explain(worse, PT)).toBe('Você disse que piora com isto: ficar sentado, trabalhar na mesa e dirigir.')
    expect(explain({ ...worse, values: { worse: 'driving and bending' } }, ES)).toContain('conducir e inclinarse.')
  })

  it('that the person wrote stay as they were written, whole', () => {
    const own = { id: 'item.goal', values: { goal: 'dance and sitting' } }
    expect(explain(own, ES)).toBe('Es un paso hacia lo que quiere volver a hacer: «dance and sitting».')
  })

  it('are written with the decimal sign of the language', () => {
    const pain = { id: 'pattern.pain-high', values: { painAverage: 6.5 } }
    expect(explain(pain, ES)).toContain('6,5 de 10')
    expect(explain(pain)).toContain('6.5 of 10')
  })
})
