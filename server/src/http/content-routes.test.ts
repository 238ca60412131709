import { LessonContent, PatientContent, TextModel } from '@dorsal/care'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp()
})
afterAll(() => host.close())

const get = (path: string) => host.app.inject({ url: `/content/${host.content.version}${path}` })

it.each(['en', 'es', 'pt'])(
  'gives rules and texts in %s: the same rules, the words of the language',
  async (lang) => {
    const reply = await get(`/${lang}.json`)
    expect(reply.statusCode).toBe(200)
    const content = PatientContent.parse(reply.json())
    expect([content.version, content.lang]).toEqual([host.content.version, lang])
    expect(content.redFlags.items.map(({ id }) => id)).toEqual(
      host.content.redFlags.items.map(({ id }) => id),
    )
    const same = content.redFlags.items[0]?.question === host.content.redFlags.items[0]?.question
    expect(same).toBe(lang === 'en')
  },
)

it.each(['en', 'es', 'pt'])('gives the lessons in %s with everything that they cite', async (lang) => {
  const { lessons, references } = LessonContent.parse((await get(`/${lang}/lessons.json`)).json())
  expect(lessons).toHaveLength(27)
  const known = new Set(references.map(({ id }) => id))
  for (const { passages } of lessons)
    for (const { claim } of passages) for (const id of claim?.references ?? []) expect(known).toContain(id)
})

it('gives the classifier of free text by itself, for ever, and to nobody with the questions', async () => {
  const reply = await get('/text-model.json')
  expect(TextModel.parse(reply.json())).toEqual(host.content.redFlags.textModel)
  expect(reply.headers['cache-control']).toMatch(/immutable/)
  expect(PatientContent.parse((await get('.json')).json()).redFlags.textModel).toBeUndefined()
})

it('English under its hash is kept for ever, another language is asked for again', async () => {
  expect((await get('.json')).headers['cache-control']).toMatch(/immutable/)
  expect((await get('/es.json')).headers['cache-control']).toBe('no-cache')
})

it('a language that there is not is not there', async () => {
  expect((await get('/xx.json')).statusCode).toBe(404)
})
