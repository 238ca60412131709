import { explain, type Me } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someIntake, testApp, type TestApp } from '../test-app.ts'
import { inLanguage, languageOf } from './language.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp()
})
afterAll(() => host.close())

const IN = { es: { headers: { 'accept-language': 'es' } }, pt: { headers: { 'accept-language': 'pt' } } }

async function withPlan(answers = {}) {
  const person = host.person()
  await person.agree()
  const id = randomUUID()
  await person.ok('sendIntake', { id, body: someIntake(host.content, answers), ...IN.es })
  return person
}

/** Every string somewhere in a value, with where it stands. */
function strings(value: unknown, at = ''): [string, string][] {
  if (typeof value === 'string') return [[at, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => strings(member, `${at}.${key}`))
}

describe('the language of a reply', () => {
  it('is the first that there is of those asked for', () => {
    const of = (tags?: string) =>
      languageOf({ headers: tags === undefined ? {} : { 'accept-language': tags } })
    expect([of(), of('pt-BR,pt;q=0.9'), of('de-DE, es;q=0.5'), of('fr'), of('EN-gb')]).toEqual([
      'en',
      'pt',
      'es',
      'en',
      'en',
    ])
  })

  it.each(['es', 'pt'] as const)(
    '%s: plan, session and texts are in it, whichever language they were made in',
    async (lang) => {
      const person = await withPlan()
      const me = await person.ok<Me>('me', IN[lang])
      const content = loadContent(lang)
      const nameOf = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
      const items = me.plan?.items.filter(({ kind }) => kind === 'exercise') ?? []
      expect(items.length).toBeGreaterThan(3)
      for (const item of items) expect(item.title).toBe(nameOf.get(item.exerciseId ?? '')?.name)
      for (const { exercise } of me.prescription?.items ?? []) {
        const { name, steps, faults, purpose } = nameOf.get(exercise.id) ?? exercise
        expect(exercise).toMatchObject({ name, steps, faults, purpose })
      }
      expect(me.plan?.phases[0]?.label).toBe(content.programme.phases[0]?.label)
      expect(me.prescription?.preSession).toEqual(content.redFlags.preSession)
      expect(me.texts['safety-net']).toBe(content.redFlags.safetyNet)
    },
  )

  it('leaves no text of the content in English', async () => {
    const person = await withPlan()
    const me = await person.ok<Me>('me', IN.es)
    const spanish = loadContent('es')
    const english = new Set(
      strings([
        host.content.exercises,
        host.content.programme,
        host.content.notes,
        host.content.redFlags,
      ]).flatMap(([, text]) => (text.includes(' ') ? [text] : [])),
    )
    for (const [, text] of strings(spanish)) english.delete(text)
    const { decisions: _, ...shown } = me
    expect(strings(shown).filter(([, text]) => english.has(text))).toEqual([])
  })

  it('changes no decision, no id and nothing that the person wrote', async () => {
    const person = await withPlan()
    const spanish = await person.ok<Me>('me', IN.es)
    const english = await person.ok<Me>('me')
    const bare = ({ plan, decisions, triage, next }: Me) => ({
      ids: plan?.items.map(({ id, exerciseId, dosage, state }) => [id, exerciseId, dosage, state]),
      goals: plan?.goals.map(({ text }) => text),
      rules: triage?.rules,
      outcomes: decisions.map(({ kind, outcome, inputs }) => ({ kind, outcome, inputs })),
      next,
    })
    expect(bare(spanish)).toEqual(bare(english))
    expect(english.plan?.items[0]?.title).not.toBe(spanish.plan?.items[0]?.title)
  })

  it('says a warning sign in it, also one that was found under older wording', () => {
    const item = loadContent('es').redFlags.items[0]
    const old = {
      because: [{ id: 'triage.yes', values: { rule: item?.id ?? '', question: 'An older question?' } }],
    }
    const said = inLanguage(old, 'es', host.content, null) as typeof old
    expect(said.because[0] && explain(said.because[0])).toContain(item?.question)
  })

  it('says lists in a reason member by member, and leaves what it does not know whole', () => {
    const spanish = loadContent('es')
    const names = (content: typeof spanish) =>
      ['cat-cow', 'chin-tuck'].map(
        (id) => content.exercises.find((exercise) => exercise.id === id)?.name ?? '',
      )
    const [one, two] = names(host.content)
    const [uno, dos] = names(spanish)
    const exercise = (value: string) => ({
      because: [{ id: 'adapt.keep.steady', values: { exercise: value } }],
    })
    const of = (value: string) => inLanguage(exercise(value), 'es', host.content, null)
    expect(of(`${one} and ${two}`)).toEqual(exercise(`${uno} y ${dos}`))
    expect(of(`${one}, ${two} and 2 more`)).toEqual(exercise(`${uno}, ${dos} y 2 más`))
    expect(of(`${one} and my own exercise`)).toEqual(exercise(`${one} and my own exercise`))
  })

  it('keeps the clinic’s pages in English', async () => {
    await withPlan()
    const clinician = await host.clinician()
    const panel = await clinician.ok<{ patientId: string }[] | { rows: { patientId: string }[] }>(
      'panel',
      IN.es,
    )
    const rows = Array.isArray(panel) ? panel : panel.rows
    const record = await clinician.ok<{ texts: Record<string, string> }>('patient', {
      id: rows[0]?.patientId ?? '',
      ...IN.es,
    })
    expect(record.texts['safety-net']).toBe(host.content.redFlags.safetyNet)
  })
})
