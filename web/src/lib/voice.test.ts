import { expect, it } from 'vitest'
import { chooseVoice } from './voice.ts'

const voice = (lang: string, localService: boolean, isDefault = false) => ({
  lang,
  localService,
  default: isDefault,
})

it('never chooses a voice that sends the words away, not even the default one', () => {
  expect(chooseVoice([voice('en-US', false, true), voice('en-GB', false)], 'en')).toBeNull()
  const own = voice('en_GB', true)
  expect(chooseVoice([voice('en-US', false, true), own], 'en')).toBe(own)
})

it('speaks the language of the page or not at all', () => {
  const spanish = voice('es-ES', true)
  expect(chooseVoice([voice('en-US', true, true), spanish], 'es')).toBe(spanish)
  expect(chooseVoice([voice('en-US', true, true)], 'pt')).toBeNull()
})

it('prefers the voice that the person chose for the device', () => {
  const chosen = voice('en-AU', true, true)
  expect(chooseVoice([voice('en-US', true), chosen], 'en')).toBe(chosen)
})
