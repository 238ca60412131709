import { expect, it } from 'vitest'
import { contentQuery } from './config.ts'
import { i18n } from './i18n.ts'
import { choicesOf, LANGUAGES, languageAmong, languageNow } from './language.ts'

it('takes the first language that there is, whatever its country, and English where there is none', () => {
  expect(languageAmong(['pt-BR', 'es', 'en'])).toBe('pt')
  expect(languageAmong(['de-DE', 'ES-419'])).toBe('es')
  expect(languageAmong(['fr', 'de'])).toBe('en')
  expect(languageAmong([])).toBe('en')
})

it('begins in English, and names each language in itself', () => {
  expect(languageNow()).toBe('en')
  expect(LANGUAGES.map(({ lang, name }) => `${lang} ${name}`)).toEqual([
    'en English',
    'es Español',
    'pt Português',
  ])
})

it('fetches the content, its warning signs among it, in the language of the page and in no other', () => {
  const config = { contentUrl: '/content/abc.json' }
  const urls = ['en', 'es', 'pt'].map((locale) => {
    i18n.loadAndActivate({ locale, messages: {} })
    return contentQuery(config).queryKey[1]
  })
  i18n.loadAndActivate({ locale: 'en', messages: {} })
  expect(urls).toEqual(['/content/abc.json', '/content/abc/es.json', '/content/abc/pt.json'])
})

it('takes the latest choice: of this address, then of the cookie that the server sets too, then of this program', () => {
  const cookie = 'other=1; dorsal-language=pt'
  expect(choicesOf('?q=x&lang=es', cookie, 'en')).toEqual(['es', 'pt', 'en'])
  expect(choicesOf('', cookie, 'en')).toEqual(['pt', 'en'])
  expect(choicesOf('?lang=xx', 'dorsal-language=<b>', null)).toEqual([])
})
