import { expect, it } from 'vitest'
import { LANGUAGES, languageAmong, languageNow } from './language.ts'

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
