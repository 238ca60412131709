import { LANGUAGES } from '@dorsal/content'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'

const PAGE =
  '<!doctype html><html lang="en" data-portal="patient"><head><title>Dorsal</title></head><body><div id="root"></div></body></html>'
const WORDS = `export const firstWords = async (lang, config) => ({
  lang, dir: 'ltr', title: 'title ' + lang, home: 'home ' + lang + ' ' + config.clinic, waiting: 'waiting ' + lang })`

let host: TestApp
beforeAll(async () => {
  const dist = mkdtempSync(join(tmpdir(), 'dorsal-first-'))
  mkdirSync(join(dist, '.server'))
  writeFileSync(join(dist, 'index.html'), PAGE)
  writeFileSync(join(dist, '.server', 'first-words.js'), `${WORDS}\n`)
  writeFileSync(join(dist, '.server', 'package.json'), '{"type":"module"}')
  writeFileSync(
    join(dist, '.server', 'files-of-pages.json'),
    '{"/plan":["/assets/plan.js","/assets/plan.css"]}',
  )
  host = await testApp({ env: { DEMO: '1', CLINIC_NAME: `$& "<b>` }, webDist: dist })
})
afterAll(() => host.close())

const get = (url: string, headers: Record<string, string> = {}) =>
  host.app.inject({ url, headers: { host: '127.0.0.1', ...headers } })

describe('the page of the patient', () => {
  it('says its first words in the language that was chosen, else in the browser’s', async () => {
    for (const lang of LANGUAGES) {
      const page = await get('/', { 'accept-language': `${lang};q=0.9, fr` })
      expect(page.body).toContain(`<html lang="${lang}" dir="ltr"`)
      expect(page.body).toContain(`<title>title ${lang}</title>`)
      expect(page.body).toContain(`<div id="root">home ${lang} $& `)
      expect(page.headers['vary']).toContain('accept-language, cookie')
    }
    const chosen = await get('/', { 'accept-language': 'es', cookie: 'dorsal-language=pt' })
    expect(chosen.body).toContain('home pt')
    const strange = await get('/', { 'accept-language': 'es', cookie: 'dorsal-language=xx"><script>' })
    expect(strange.body).toContain('home es')
    expect(strange.body).not.toContain('<script>')
  })

  it('keeps a language that the address chooses, says the page anew in it, and leaves the choice out of the address', async () => {
    const chosen = await get('/?lang=es', { 'accept-language': 'en' })
    expect(chosen).toMatchObject({ statusCode: 303, headers: { location: '/', 'cache-control': 'no-store' } })
    expect(chosen.headers['set-cookie']).toBe('dorsal-language=es; Max-Age=31536000; Path=/; SameSite=Lax')
    const [cookie] = String(chosen.headers['set-cookie']).split(';')
    expect((await get('/', { 'accept-language': 'en', cookie: cookie ?? '' })).body).toContain('home es')
    expect((await get('/library?q=cat-cow&lang=pt')).headers.location).toBe('/library?q=cat-cow')
  })

  it.each(['/?lang=xx', '/?lang=', '/?lang=es%0d%0aset-cookie:x=1', '/?lang=%3Cscript%3E'])(
    'keeps nothing where there is no such language: %s',
    async (url) => {
      const asked = await get(url)
      expect(asked).toMatchObject({ statusCode: 303, headers: { location: '/' } })
      expect(asked.headers['set-cookie']).toBeUndefined()
    },
  )

  it('sends the words for somebody new to nobody who has a record, and to no other page', async () => {
    expect((await get('/', { cookie: 'dorsal_me=x' })).body).toContain('<div id="root">waiting en</div>')
    const plan = await get('/plan')
    expect(plan.body).toContain('<div id="root">waiting en</div>')
    expect(plan.body).toContain('<link rel="modulepreload" crossorigin href="/assets/plan.js" />')
    expect(plan.body).toContain('<link rel="stylesheet" crossorigin href="/assets/plan.css" />')
  })

  it('carries the set-up as the API gives it, escaped, and no script within the page', async () => {
    const { body } = await get('/start')
    const text = /<meta name="dorsal-config" content="([^"]*)"/.exec(body)?.[1] ?? ''
    const given = JSON.parse(
      text
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    ) as { config: unknown }
    expect(given.config).toEqual((await get('/api/config')).json())
    expect(body).not.toMatch(/<script|<style|\son\w+=/)
  })

  it('is asked for as it was built by the service worker, and what the server reads is served to nobody', async () => {
    expect((await get('/index.html')).body).toBe(PAGE)
    expect((await get('/.server/first-words.js')).statusCode).toBe(404)
  })
})
