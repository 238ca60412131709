import { LANGUAGES, type Language } from '@dorsal/content'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'
import { html } from './html.ts'
import { PAGE_WORDS, URGENCIES } from './page-words.ts'
import { addressOf, placesOf, shelvesOf } from './shelf.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1', EMERGENCY_NUMBER: '112', CLINIC_NAME: 'Clinic <b>&"\'' } })
})
afterAll(() => host.close())

const get = (url: string) => host.app.inject({ url, headers: { host: '127.0.0.1', accept: 'text/html' } })
const shelf = (lang: Language) => shelvesOf(host.content, null)(lang)

function addressesIn(lang: Language): string[] {
  return placesOf(shelf('en')).map((place) => addressOf(shelf(lang), place) ?? 'missing')
}

const linksIn = (page: string): string[] => [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)

describe.each(LANGUAGES)('the open pages in %s', (lang) => {
  it('are all there, in their language, whole, and without a script', async () => {
    for (const address of addressesIn(lang)) {
      const { statusCode, headers, body } = await get(address)
      expect([address, statusCode]).toEqual([address, 200])
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(headers['content-language']).toBe(lang)
      expect(headers['set-cookie']).toBeUndefined()
      expect(body).toContain(`<html lang="${lang}">`)
      expect(body.match(/<h1/g)).toHaveLength(1)
      expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=|undefined|\[object|\[\?\]/)
      expect(body, 'no text falls back to English').not.toContain(PAGE_WORDS[lang].english)
      expect(body).not.toContain('<b>&"')
    }
  })

  it('lead nowhere that is not there, also within a page', async () => {
    const pages = new Map<string, string>()
    const bodyOf = async (path: string): Promise<string> => {
      const known = pages.get(path) ?? (await get(path)).body
      pages.set(path, known)
      return known
    }
    const ofApp = new Set(['/', '/start', '/book'])
    for (const address of addressesIn(lang))
      for (const href of linksIn(await bodyOf(address))) {
        if (/^(https?:\/\/(?!127\.0\.0\.1)|tel:|data:)/.test(href)) continue
        const url = new URL(href, `http://127.0.0.1${address}`)
        if (ofApp.has(url.pathname)) continue
        expect([href, (await get(url.pathname)).statusCode]).toEqual([href, 200])
        if (url.hash !== '') expect(await bodyOf(url.pathname)).toContain(`id="${url.hash.slice(1)}"`)
      }
  })

  it('name themselves and each other for search engines', async () => {
    for (const [at, address] of addressesIn(lang).entries()) {
      const { body } = await get(address)
      expect(body).toContain(`<link rel="canonical" href="http://127.0.0.1${address}">`)
      for (const other of LANGUAGES)
        expect(body).toContain(`hreflang="${other}" href="http://127.0.0.1${addressesIn(other)[at] ?? ''}"`)
      expect(/<meta name="description" content="([^"]+)"/.exec(body)?.[1]?.length).toBeGreaterThan(20)
    }
    const titles = await Promise.all(
      addressesIn(lang).map(async (address) => /<title>[^<]*/.exec((await get(address)).body)?.[0]),
    )
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('tell every warning sign with what to do and the number, in words of the language', async () => {
    const { content } = shelf(lang)
    const { body } = await get(addressOf(shelf(lang), { kind: 'page', id: 'warning-signs' }) ?? '')
    const items = content.redFlags.items.filter(({ disposition }) =>
      URGENCIES.some((urgency) => urgency === disposition),
    )
    expect(items.length).toBeGreaterThan(30)
    for (const item of items)
      for (const text of [item.question, item.patientMessage, item.help])
        if (text !== null) expect(body).toContain(html`${text}`.text)
    expect(body).toContain('href="tel:112"')
    expect(body).toContain(html`${content.redFlags.safetyNet}`.text)
  })

  it('carry each claim’s grade and a source that the bibliography has', async () => {
    for (const page of shelf(lang).pages) {
      const { body } = await get(addressOf(shelf(lang), { kind: 'page', id: page.id }) ?? '')
      const claims = page.sections.flatMap(({ passages }) => passages.flatMap(({ claim }) => claim ?? []))
      expect(body.match(/class="claim"/g) ?? []).toHaveLength(claims.length)
      for (const { grade } of claims) expect(body).toContain(PAGE_WORDS[lang].grades[grade])
    }
  })
})

describe('around the pages', () => {
  it('the policy of the product holds, and the style comes as a file that never changes', async () => {
    const { headers, body } = await get('/learn')
    expect(headers['content-security-policy']).toContain("style-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe-inline')
    const style = linksIn(body).find((href) => href.endsWith('.css')) ?? ''
    const file = await get(style)
    expect(file.statusCode).toBe(200)
    expect(file.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
    })
  })

  it('the look is that of the product: each value that both have is the same', () => {
    const valuesOf = (file: string): Set<string> => {
      const text = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8').split(
        '@media print',
      )[0]
      return new Set(text?.match(/--(?!text|lead|s\d)[\w-]+: [^;]+;/g))
    }
    const product = valuesOf('../../../web/src/ui/tokens.css')
    expect([...valuesOf('./learn.css')].filter((value) => !product.has(value))).toEqual([])
  })

  it('the sitemap names every page in every language, robots keep to what is open', async () => {
    const { body } = await get('/sitemap.xml')
    const named = [...body.matchAll(/<loc>http:\/\/127\.0\.0\.1([^<]+)/g)].map(([, path = '']) => path)
    expect(new Set(named)).toEqual(new Set(LANGUAGES.flatMap(addressesIn)))
    const robots = (await get('/robots.txt')).body
    expect(robots).toContain('Sitemap: http://127.0.0.1/sitemap.xml')
    for (const [, path = ''] of robots.matchAll(/Disallow: (\S+)/g))
      expect(named.some((address) => address.startsWith(path))).toBe(false)
  })

  it('what is not there is not there', async () => {
    for (const url of [
      '/learn/nothing',
      '/learn/lessons/nothing',
      '/es/aprender/what-it-is',
      '/pt/aprender/%FF',
    ])
      expect([url, (await get(url)).statusCode]).toEqual([url, 404])
  })

  it('no address says anything about anybody: no page reads a query, a cookie or a body', async () => {
    const plain = (await get('/learn/symptoms')).body
    expect((await get('/learn/symptoms?pain=9&name=x')).body).toBe(plain)
    const withCookie = await host.app.inject({
      url: '/learn/symptoms',
      headers: { host: '127.0.0.1', cookie: 'dorsal_me=x' },
    })
    expect(withCookie.body).toBe(plain)
    expect(host.lines.join('\n')).not.toContain('pain=9')
  })
})

it('markup escapes every value that is not markup', () => {
  expect(html`<a href="${'"><script>'}">${['<', 1, null, false]}${html`<b>`}</a>`.text).toBe(
    '<a href="&quot;&gt;&lt;script&gt;">&lt;1<b></a>',
  )
})
