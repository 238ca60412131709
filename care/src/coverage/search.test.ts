import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CoverageEntry } from './coverage.ts'
import { searchCoverage } from './search.ts'

const ID = '00000000-0000-7000-8000-0000000000'
let made = 0
const entry = (name: string, rest: Partial<CoverageEntry> = {}): CoverageEntry => {
  made += 1
  return {
    id: `${ID}${String(10 + made)}`,
    kind: 'health-plan',
    name,
    aliases: [],
    state: 'accepted',
    note: '',
    pays: '',
    ...rest,
  }
}

/** Made up, but for being like what such lists hold. */
const LIST = [
  entry('Northwind Health', { aliases: ['NWH', 'North Wind'] }),
  entry('Blue Harbor PPO', { aliases: ['BHP'] }),
  entry('Blue Harbor HMO'),
  entry('Saúde Atlântica'),
  entry('Fabrikam Logistics Inc.', { kind: 'employer', aliases: ['Fabrikam'] }),
  entry('Contoso Schools', { kind: 'employer', state: 'ended' }),
  entry('Mutual', { kind: 'health-plan' }),
  entry('Adventure GmbH', { kind: 'employer' }),
]

const ask = (typed: string) => {
  const { outcome, hits } = searchCoverage(LIST, typed)
  return [outcome, ...hits.map(({ entry: { name } }) => name)]
}

describe('what a clinic accepts', () => {
  it.each([
    ['northwind health', 'Northwind Health'],
    ['NORTHWIND-HEALTH', 'Northwind Health'],
    ['north wind health', 'Northwind Health'],
    ['nwh', 'Northwind Health'],
    ['saude atlantica', 'Saúde Atlântica'],
    ['  Fabrikam, Logistics ', 'Fabrikam Logistics Inc.'],
    ['fabrikam', 'Fabrikam Logistics Inc.'],
    ['contoso schools', 'Contoso Schools'],
    ['Adventure', 'Adventure GmbH'],
  ])('is found by %s', (typed, name) => {
    expect(ask(typed)).toEqual(['listed', name])
  })

  it.each([
    ['blue harbor', ['Blue Harbor HMO', 'Blue Harbor PPO']],
    ['blue', ['Blue Harbor HMO', 'Blue Harbor PPO']],
    ['bleu harbor hmo', ['Blue Harbor HMO', 'Blue Harbor PPO']],
    ['nortwind', ['Northwind Health']],
    ['saude atlantcia', ['Saúde Atlântica']],
    ['fabrikam insurance', ['Fabrikam Logistics Inc.']],
    ['mutual of the north', ['Mutual']],
    ['Adventure Inc', ['Adventure GmbH']],
    ['logistics', ['Fabrikam Logistics Inc.']],
  ])('is asked about by %s, which is only like it', (typed, names) => {
    const [outcome, first, ...others] = ask(typed)
    expect(outcome).toBe('perhaps')
    expect(first).toBe(names[0])
    expect(names).toEqual(expect.arrayContaining(others.length > 0 ? [names[1]] : [names[0]]))
  })

  it.each(['', '—', 'x', 'hm', 'Woodgrove', 'health', 'in'])('is not told by %j', (typed) => {
    const [outcome] = ask(typed)
    expect(outcome).not.toBe('listed')
    if (typed !== 'health') expect(outcome).toBe('not-listed')
  })

  it('tells of an employer and a plan of one name as two', () => {
    const two = [entry('Mutual', { kind: 'employer' }), entry('Mutual', { state: 'ended' })]
    expect(searchCoverage(two, 'mutual').hits).toHaveLength(2)
  })

  it('shows eight at most', () => {
    const many = Array.from({ length: 40 }, (_, n) => entry(`Harbor ${n}`))
    expect(searchCoverage(many, 'harbor').hits).toHaveLength(8)
  })
})

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
const slip = fc.tuple(fc.constantFrom('drop', 'double', 'exchange', 'wrong'), fc.nat(), fc.nat(25))

function slipped(name: string, [kind, where, letter]: [string, number, number]): string {
  const at = where % (name.length - 1)
  const [before, here, next, after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)]
  if (kind === 'drop') return `${before}${next}${after}`
  if (kind === 'double') return `${before}${here}${here}${next}${after}`
  if (kind === 'exchange') return `${before}${next}${here}${after}`
  return `${before}${letters[letter]}${next}${after}`
}

describe('typing mistakes', () => {
  const name = fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 14 })
  it('of one letter find a name, and never call it accepted', () => {
    fc.assert(
      fc.property(name, slip, (word, how) => {
        const typed = slipped(word, how)
        fc.pre(typed.length >= 4)
        const { outcome, hits } = searchCoverage([entry(word)], typed)
        expect(outcome).toBe(typed === word ? 'listed' : 'perhaps')
        expect(hits[0]?.entry.name).toBe(word)
      }),
      { numRuns: 2_000 },
    )
  })

  const list = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '-', 'I', 'n', 'c'), maxLength: 8 }),
    { maxLength: 5 },
  )
  it('whatever is listed has the letters that were typed, but for legal forms', () => {
    const bare = (text: string) =>
      text
        .normalize('NFD')
        .replaceAll(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase()
        .replace(/inc$/, '')
    fc.assert(
      fc.property(
        list,
        fc.string({ unit: fc.constantFrom('a', 'b', 'e', ' ', 'i', 'n', 'c') }),
        (names, typed) => {
          const { outcome, hits } = searchCoverage(
            names.map((one) => entry(one)),
            typed,
          )
          if (outcome === 'listed') for (const { called } of hits) expect(bare(called)).toBe(bare(typed))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
