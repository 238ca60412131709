import { expect, it } from 'vitest'
import { PASSWORD_LETTERS, passwordFault } from './password.ts'

it.each([
  ['correct horse battery', null],
  ['elevenchars', 'short'],
  ['aaaaaaaaaaaaaaaaaaaa', 'few-letters'],
  ['ababababababababab12', 'few-letters'],
  ['dana@clinic.example', 'own-words'],
  ['Dana.Clinic-2026!', 'own-words'],
  ['dana rides a green bicycle', null],
  ['пароль из пяти слов', null],
  ['🦒'.repeat(6), 'short'],
  ['x1y2z3'.repeat(40), 'long'],
])('%s: %s', (password, fault) => {
  expect(passwordFault(password, ['dana@clinic.example', 'Dana Test', 'Clinic'])).toBe(fault)
})

it('is longer where nothing else is asked for', () => {
  expect(passwordFault('correct horses', [], PASSWORD_LETTERS.alone)).toBe('short')
  expect(passwordFault('correct horsess', [], PASSWORD_LETTERS.alone)).toBeNull()
})
