import { describe, expect, it } from 'vitest'
import { quoted } from './triage.ts'

const long = 'the pain began two days ago after I fell down the stairs and now my left leg feels numb all day'

describe('own words in a reason', () => {
  it('are quoted whole where they are short', () => {
    expect(quoted('my leg feels numb', 3, 17)).toBe('leg feels numb')
    expect(quoted(long, 0, 80)).toBe(long.slice(0, 80))
  })

  it('are cut between two words, with a sign that there is more', () => {
    const said = quoted(long, 0, long.length)
    expect(said).toBe('the pain began two days ago after I fell down the stairs and now my left leg…')
    expect(long.startsWith(said.slice(0, -1))).toBe(true)
    expect(long[said.length - 1]).toBe(' ')
  })

  it('keep a word that ends just there, and cut one that has no end', () => {
    const upTo = `${'a'.repeat(39)} ${'b'.repeat(40)} more`
    expect(quoted(upTo, 0, upTo.length)).toBe(`${upTo.slice(0, 80)}…`)
    expect(quoted('c'.repeat(200), 0, 200)).toBe(`${'c'.repeat(80)}…`)
  })
})
