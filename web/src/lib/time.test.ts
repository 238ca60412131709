import { afterEach, expect, it, vi } from 'vitest'
import { i18n } from './i18n.ts'
import { dateOf } from './time.ts'

afterEach(() => vi.unstubAllGlobals())

it('writes days as the person does at home, whatever else the browser calls its language', () => {
  i18n.loadAndActivate({ locale: 'en', messages: {} })
  const written = (...languages: string[]) => {
    vi.stubGlobal('navigator', { languages })
    return dateOf('2026-11-21T12:00:00.000Z')
  }
  expect(written('en-GB', 'en')).toBe('21 November 2026')
  expect(written('en-US')).toBe('November 21, 2026')
  expect(written('pt-BR', 'en-GB')).toBe('21 November 2026')
  expect(written('en-US@posix', 'en-GB')).toBe('21 November 2026')
  expect(written('en-US@posix')).toBe('November 21, 2026')
})
