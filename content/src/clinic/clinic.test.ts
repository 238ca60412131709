import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkClinic, loadContent } from '../load.ts'
import { DATA_DIR } from '../parts/entries.ts'
import { ContentError, saidOf } from '../parts/fault.ts'

const own = loadContent()

type Json = { [key: string]: unknown }
const json = (file: string): Json => JSON.parse(readFileSync(join(DATA_DIR, file), 'utf8')) as Json
const listed = (file: string, id: string): Json =>
  (JSON.parse(readFileSync(join(DATA_DIR, file), 'utf8')) as Json[]).find((item) => item['id'] === id) ?? {}

/** A clinic's folder with some files, each given as JSON. */
function clinic(files: Record<string, unknown>): string {
  const root = mkdtempSync(join(tmpdir(), 'dorsal-clinic-'))
  for (const [name, value] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), JSON.stringify(value, null, 2))
  }
  return root
}

const faultsOf = (files: Record<string, unknown>): string[] => checkClinic(clinic(files)).faults.map(saidOf)

describe('a clinic’s own content', () => {
  it('an empty folder changes nothing', () => {
    expect(checkClinic(clinic({})).content?.version).toBe(own.version)
  })

  it('adds: a lesson of its own', () => {
    const { content, faults } = checkClinic(
      clinic({ 'lessons/ours.json': { ...json('lessons/desk.json'), id: 'ours' } }),
    )
    expect(faults).toEqual([])
    expect(content?.lessons).toHaveLength(own.lessons.length + 1)
    expect(content?.version).not.toBe(own.version)
  })

  it('replaces: the same id under a higher version', () => {
    const file = { ...json('exercises/squat.json'), version: 7, name: 'Our squat' }
    const { content } = checkClinic(clinic({ 'exercises/squat.json': file }))
    expect(
      content?.exercises.filter(({ id }) => id === 'squat').map(({ name, version }) => [name, version]),
    ).toEqual([['Our squat', 7]])
    expect(content?.exercises).toHaveLength(own.exercises.length)
  })

  it('hides: an exercise leaves menus and sessions, and its neighbours are joined', () => {
    const gone = 'seated-thoracic-rotation'
    const hidden = [{ kind: 'exercises', id: gone, why: 'not done here' }]
    const { content, faults } = checkClinic(clinic({ 'hidden.json': hidden }))
    expect(faults.map(saidOf)).toEqual([])
    expect(content?.exercises).toHaveLength(own.exercises.length - 1)
    expect(JSON.stringify(content)).not.toContain(`"${gone}"`)
    expect(content?.version).not.toBe(own.version)
  })

  it('hides a lesson and a note', () => {
    const hidden = [
      { kind: 'lessons', id: 'sport', why: 'none of ours' },
      { kind: 'notes', id: 'habit-phone', why: 'none of ours' },
    ]
    const { content, faults } = checkClinic(clinic({ 'hidden.json': hidden }))
    expect(faults.map(saidOf)).toEqual([])
    expect(content?.lessons.map(({ id }) => id)).not.toContain('sport')
    expect(content?.notes.map(({ id }) => id)).not.toContain('habit-phone')
  })

  it('translates: its words win over the product’s, text by text', () => {
    const file = 'locales/es/lessons/desk.json'
    const root = clinic({ [file]: { title: { text: 'Su mesa', of: 'wrong', state: 'draft' } } })
    const spanish = loadContent('es', root).lessons.find(({ id }) => id === 'desk')
    expect(spanish).toMatchObject({ lang: 'en', title: 'Set up your desk in 5 minutes' })
  })

  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      'the same version',
      { 'exercises/squat.json': json('exercises/squat.json') },
      /^exercises\/squat\.json:3: squat: .*clinic-version/,
    ],
    ['a misspelt folder', { 'excercises/squat.json': {} }, /^excercises:1: is no part of content/],
    ['a stray file', { 'squat.json': {} }, /^squat\.json:1: is no part of content/],
    [
      'what the linter finds',
      { 'exercises/ours.json': { ...json('exercises/squat.json'), id: 'ours', precautionTags: ['no-such'] } },
      /^exercises\/ours\.json:\d+: ours: precaution no-such is not known \(precaution-tags\)/,
    ],
    [
      'a warning sign that comes to less',
      {
        'red-flags/items/ours.json': {
          ...listed('red-flags/items/2-same-day-urgent.json', 'RF20'),
          version: 5,
          disposition: 'caution',
        },
      },
      /RF20: comes to same_day_urgent in the product and may not come to less \(clinic-safety\)/,
    ],
    [
      'an emergency that fires otherwise',
      {
        'red-flags/items/ours.json': {
          ...listed('red-flags/items/1-emergency-now.json', 'RF02'),
          version: 5,
          trigger: { fact: 'RF02', is: 'no' },
        },
      },
      /RF02: an emergency fires as it does in the product \(clinic-safety\)/,
    ],
    [
      'a stop rule that only pauses',
      {
        'red-flags/stop-rules/ours.json': {
          ...listed('red-flags/stop-rules.json', 'SS01'),
          version: 5,
          action: 'pause',
        },
      },
      /SS01: a stop rule does what it does in the product \(clinic-safety\)/,
    ],
    [
      'a hidden warning sign',
      { 'hidden.json': [{ kind: 'red-flags', id: 'RF01', why: 'no' }] },
      /^hidden\.json:3: 0\.kind: .*\(clinic-hidden\)/,
    ],
    [
      'something hidden that is not there',
      { 'hidden.json': [{ kind: 'lessons', id: 'none', why: 'no' }] },
      /^hidden\.json:2: none: is not among the lessons/,
    ],
    [
      'a new warning sign without a translation',
      {
        'red-flags/items/ours.json': {
          ...listed('red-flags/items/4-caution.json', 'RF71'),
          id: 'RF99',
          trigger: { fact: 'RF99', is: 'yes' },
          gate: null,
        },
      },
      /es\/red-flags\/items\/RF99\.json:1: question: has no translation, and it is about safety/,
    ],
  ])('refuses %s, with file and line', (_, files, said) => {
    expect(faultsOf(files)).toContainEqual(expect.stringMatching(said))
  })

  it('with a fault is not loaded at all', () => {
    const root = clinic({ 'exercises/squat.json': json('exercises/squat.json') })
    expect(() => loadContent('en', root)).toThrow(ContentError)
    expect(() => loadContent('en', '/no/such/folder')).toThrow(/is not a folder/)
  })
})
