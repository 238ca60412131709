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
const intake = (answers: Record<string, unknown> = {}) => ({
  format: 'dorsal-intake/1',
  yearOfBirth: 1981,
  equipment: ['chair'],
  answers: { ...NO, ...answers },
})

function run(written: unknown) {
  const path = join(mkdtempSync(join(tmpdir(), 'dorsal-cli-')), 'intakes.json')
  writeFileSync(path, JSON.stringify(written))
  return plan([path], given)
}

describe('dorsal plan of an array', () => {
  it('prints one answer for each intake in their order, without a plan where a sign forbids it', () => {
    expect(run([intake(), intake({ RF06: 'yes' }), intake({ RF60: 'yes' })])).toMatchObject({
      code: 0,
      out: [
        { triage: { disposition: 'none' }, plan: { phase: 'early' } },
        { triage: { disposition: 'emergency_now' }, plan: null },
        { triage: { disposition: 'caution' }, plan: { precautionTags: ['bone_fragile'] } },
      ],
    })
  })

  it('prints an array for an array of one, and nothing for one of none', () => {
    expect(run([intake()]).out).toHaveLength(1)
    expect(run([]).out).toEqual([])
  })

  it('refuses all of it where one intake cannot be read, and says which', () => {
    const { code, messages } = run([intake(), { ...intake(), yearOfBirth: 'long ago' }])
    expect(code).toBe(2)
    expect(messages.join('\n')).toMatch(/1.*yearOfBirth/)
  })
})
