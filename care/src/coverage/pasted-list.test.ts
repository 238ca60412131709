import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CoverageEntry } from './coverage.ts'
import { readPastedList } from './pasted-list.ts'

const THERE: CoverageEntry = {
  id: '00000000-0000-7000-8000-000000000001',
  kind: 'employer',
  name: 'Contoso',
  aliases: ['CTS'],
  state: 'ended',
  note: 'Bring the card.',
  pays: '20 a visit',
}
const read = (text: string) => readPastedList(text, 'health-plan', [THERE])

describe('a pasted list', () => {
  it('is names alone, or fields by tabs, semicolons or commas', () => {
    expect(read('Northwind\r\n\r\nBlue Harbor')).toMatchObject([
      { at: 1, does: 'add', wish: { kind: 'health-plan', name: 'Northwind' } },
      { at: 3, does: 'add', wish: { name: 'Blue Harbor' } },
    ])
    for (const sign of [';', '\t', ','])
      expect(read(['Fabrikam', 'Employer', 'FBK | Fab', 'Ask first'].join(sign))).toMatchObject([
        {
          wish: {
            kind: 'employer',
            name: 'Fabrikam',
            aliases: ['FBK', 'Fab'],
            state: 'accepted',
            note: 'Ask first',
            pays: '',
          },
        },
      ])
  })

  it('may have headings, quotes and kinds in Spanish and Portuguese', () => {
    const text = 'Name;Kind\n"Hill; Sons ""H&S""";empresa\nSaúde;Plano de saúde\nUno;seguro'
    expect(read(text)).toMatchObject([
      { at: 2, wish: { kind: 'employer', name: 'Hill; Sons "H&S"' } },
      { at: 3, wish: { kind: 'health-plan' } },
      { at: 4, wish: { kind: 'health-plan' } },
    ])
  })

  it('changes what is there by kind and name, and leaves what it says nothing of', () => {
    expect(read('CONTOSO;employer;;;30 a visit')).toMatchObject([
      {
        does: 'change',
        id: THERE.id,
        wish: { aliases: ['CTS'], note: 'Bring the card.', pays: '30 a visit', state: 'accepted' },
      },
    ])
    expect(read('Contoso;plan')).toMatchObject([{ does: 'add' }])
    const same = { ...THERE, state: 'accepted' as const }
    expect(readPastedList('Contoso;employer', 'employer', [same])).toMatchObject([{ does: 'nothing' }])
  })

  it.each([
    [';employer', 'no-name'],
    ['---', 'no-name'],
    ['Northwind;club', 'unknown-kind'],
    [`${'x'.repeat(121)};plan`, 'too-long'],
    ['Northwind;plan;;"Ask', 'open-quote'],
  ])('names the fault of %j', (text, fault) => {
    expect(read(`Fine;plan\n${text}`)[1]).toEqual({ at: 2, fault })
  })

  it('names what stands in it twice, and what there is no room for', () => {
    expect(read('Úno\nuno')[1]).toEqual({ at: 2, fault: 'twice' })
    const full = Array.from({ length: 5000 }, (_, n) => ({ ...THERE, name: `Plan ${n}` }))
    expect(readPastedList('One more', 'employer', full)).toEqual([{ at: 1, fault: 'too-many' }])
  })

  it('whatever was pasted, each line is told once, in order, and no text is an error', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', ';', ',', '"', '|', '\t', ' '), maxLength: 30 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const at = read(lines.join('\n')).map((one) => one.at)
        expect(at).toEqual([...new Set(at)].sort((a, b) => a - b))
        for (const n of at) expect(lines[n - 1]?.trim()).not.toBe('')
      }),
    )
  })
})
