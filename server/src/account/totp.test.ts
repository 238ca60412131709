import { expect, it } from 'vitest'
import { base32, codeAt, otpAddress, stepAt, stepOf } from './totp.ts'

const RFC = Buffer.from('12345678901234567890')

// RFC 6238, appendix B (SHA-1), the last six of its eight digits; RFC 4226, appendix D.
it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is %s', (seconds, code) => {
  expect(codeAt(RFC, stepAt(new Date(seconds * 1000)))).toBe(code)
})

it('takes a code once, half a minute early or late, and no other', () => {
  const now = new Date('2026-11-22T12:00:10Z')
  const step = stepAt(now)
  for (const by of [-1, 0, 1]) expect(stepOf(RFC, codeAt(RFC, step + by), 0, now)).toBe(step + by)
  for (const by of [-2, 2]) expect(stepOf(RFC, codeAt(RFC, step + by), 0, now)).toBeNull()
  expect(stepOf(RFC, ` ${codeAt(RFC, step).slice(0, 3)} ${codeAt(RFC, step).slice(3)}`, 0, now)).toBe(step)
  expect(stepOf(RFC, codeAt(RFC, step), step, now)).toBeNull()
  for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
    expect(stepOf(RFC, typed, 0, now)).toBeNull()
})

it('writes a secret as apps take it', () => {
  expect(base32(RFC)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(otpAddress(RFC, 'Back & Co', 'a@b.example')).toBe(
    'otpauth://totp/Back%20%26%20Co:a%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Back%20%26%20Co',
  )
})
