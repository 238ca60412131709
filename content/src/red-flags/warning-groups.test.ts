import { explain, openRedFlags, factsOf, type RedFlagTable, triage } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../load.ts'

const NOW = '2026-11-21T08:00:00.000Z'
const content = loadContent()
const table = content.redFlags
const no = Object.fromEntries(
  table.items.filter((i) => i.disposition === 'emergency_now').map((i) => [i.id, 'no']),
)

function cardFor(answers: Record<string, string>, redFlags: RedFlagTable = table) {
  return triage({ yearOfBirth: 1985, answers: { ...no, ...answers } }, { redFlags, version: 'x' }, NOW).result
    .card
}

/** The four groups of warning signs that mean urgent care, not exercise. */
const GROUPS: [string, string, string][] = [
  ['severe pain after a fall or accident', 'RF01', 'emergency'],
  ['chest pain or pressure', 'RF02', 'emergency'],
  ['trouble breathing', 'RF03', 'emergency'],
  ['fever', 'RF20', 'same-day'],
  ['feeling very ill', 'RF21', 'same-day'],
  ['high fever with severe pain', 'RF10', 'emergency'],
  ['weight loss', 'RF40', 'clinician-first'],
  ['weak legs', 'RF06', 'emergency'],
  ['bladder or bowel', 'RF07', 'emergency'],
  ['numb between the legs', 'RF08', 'emergency'],
  ['numb legs', 'RF09', 'emergency'],
]

describe('the warning groups', () => {
  it.each(GROUPS)('%s (%s) shows the card %s, and not when its row is deleted', (_, id, card) => {
    expect(cardFor({ [id]: 'yes' })).toBe(card)
    expect(
      cardFor({ [id]: 'yes' }, { ...table, items: table.items.filter((item) => item.id !== id) }),
    ).toBeNull()
  })

  it.each(GROUPS)('%s (%s) is put to everybody, whatever else was answered', (_, id) => {
    expect(
      openRedFlags(table, factsOf({ yearOfBirth: 1985, answers: {} }, NOW)).map((item) => item.id),
    ).toContain(id)
  })

  it('gives its reason in words', () => {
    const { result } = triage({ yearOfBirth: 1985, answers: { ...no, RF02: 'yes' } }, content, NOW)
    expect(result.because.map((reason) => explain(reason))).toEqual([
      'You said yes to: Do you have chest pain, pressure, tightness or squeezing, now or in the last 24 hours?',
    ])
  })

  it('shows self-harm its own card, and the emergency card when the body is in danger too', () => {
    expect(cardFor({ RF12: 'yes' })).toBe('self-harm')
    expect(cardFor({ RF12: 'yes', RF02: 'yes' })).toBe('emergency')
  })
})

describe('under 18', () => {
  const young = (yearOfBirth: number, answers: Record<string, string> = no) =>
    triage({ yearOfBirth, answers }, content, NOW)

  it('has its own card, and keeps no answers in the decision', () => {
    const { result, decision } = young(2010, { ...no, H01: '6-12 weeks' })
    expect(result.card).toBe('under-18')
    expect(decision.inputs).toEqual({ underAge: true })
  })

  it('counts the year of the 18th birthday as under 18, the next one not', () => {
    expect(young(2008).result.card).toBe('under-18')
    expect(young(2007).result.card).toBeNull()
  })

  it('still sends an emergency to emergency care', () => {
    expect(young(2010, { ...no, RF02: 'yes' }).result.card).toBe('emergency')
  })
})
