import { expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { startProblem } from './start-problem.ts'

const DATABASE_URL = 'postgres://role:secret-word@db.example:5432/dorsal'
const given = readConfig({ DATABASE_URL, DATA_DIR: '/srv/dorsal' })
const failed = (code: string) => Object.assign(new Error(`raw ${code}`), { code })

it.each([
  ['ECONNREFUSED', /db\.example:5432 .* cannot be reached/],
  ['28P01', /does not let this role in/],
  ['EEXIST', /DATA_DIR \(\/srv\/dorsal\) is not a folder/],
  ['EROFS', /DATA_DIR/],
  ['ENOENT', /DATA_DIR/],
  ['ENOSPC', /is full/],
])('%s is said in words, without a stack or a password', (code, words) => {
  const said = startProblem(failed(code), given)
  expect(said).toMatch(words)
  expect(said).not.toMatch(/secret-word|\n/)
})

it('a message of our own stands as it is; a fault of the program keeps its stack', () => {
  expect(startProblem(new Error('Dorsal is already running.'), given)).toBe('Dorsal is already running.')
  expect(startProblem(new TypeError('x is not a function'), given)).toMatch(/TypeError[^]*\n\s+at /)
})
