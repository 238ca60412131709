import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadContent } from '@dorsal/content'
import { describe, expect, it } from 'vitest'
import { plan } from './plan.ts'

const given = { content: loadContent(), now: '2026-11-21T08:00:00.000Z' }
const NO = Object.fromEntries(
  given.content.redFlags.items
    .filter((item) => item.disposition === 'emergency_now')
    .map((item) => [item.id, 'no']),
)

const intake = (answers: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
  format: 'dorsal-intake/1',
  yearOfBirth: 1981,
  equipment: ['chair', 'wall', 'towel'],
  measures: { nprs: { now: 3, average: 4, worst: 6 } },
  answers: { ...NO, ...answers },
  ...more,
})

const DESK = {
  H05: ['sitting', 'desk or laptop'],
  H06: ['walking or moving', 'changing position'],
  H07: 'builds up to evening',
  B01: 9,
}

function run(content: unknown) {
  const path = join(mkdtempSync(join(tmpdir(), 'dorsal-cli-')), 'intake.json')
  writeFileSync(path, JSON.stringify(content))
  return plan([path], given)
}

describe('dorsal plan', () => {
  it('prints triage and plan of a desk worker, every reason in words', () => {
    const reply = run(intake(DESK))
    expect(reply).toMatchObject({
      code: 0,
      out: {
        triage: { disposition: 'none' },
        plan: { pattern: 'P1', phase: 'early', cadence: { clinicVisitsPerWeek: 2, homeSessionsPerWeek: 5 } },
      },
    })
    const text = JSON.stringify(reply.out)
    expect(text).toContain('You said it gets worse with sitting and desk work.')
    expect(text).not.toMatch(/"(?:menu|pattern|change|finding|excluded)\./)
  })

  it('makes no plan where a warning sign or the age forbids one', () => {
    const sent = [intake({ RF01: 'yes' }), intake({ RF20: 'yes' }), intake({}, { yearOfBirth: 2012 })]
    expect(run(sent).out).toMatchObject([
      { triage: { disposition: 'emergency_now' }, plan: null },
      { triage: { disposition: 'same_day_urgent' }, plan: null },
      { triage: { card: 'under-18' }, plan: null },
    ])
  })

  it('starts an older person with care', () => {
    const out = run(intake({ H04: ['stiff'], H05: ['bending', 'twisting'] }, { yearOfBirth: 1955 })).out
    expect(out).toMatchObject({
      triage: { disposition: 'caution' },
      plan: { precautionTags: ['bone_fragile'] },
    })
    expect(JSON.stringify(out)).toContain('Your bones may need care')
  })

  it('names what is missing', () => {
    const { RF02: _gone, ...answers } = NO
    expect(run({ ...intake(), answers })).toMatchObject({
      code: 2,
      messages: [expect.stringContaining('RF02')],
    })
    expect(plan([], given).code).toBe(2)
  })
})
