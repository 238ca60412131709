import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadContent } from '@dorsal/content'
import { describe, expect, it } from 'vitest'
import { screenCommand } from './screen.ts'
import { triageCommand } from './triage.ts'

const given = { content: loadContent(), now: '2026-11-21T08:00:00.000Z' }
const EMERGENCY = given.content.redFlags.items
  .filter((item) => item.disposition === 'emergency_now')
  .map((i) => i.id)

function intake(answers: Record<string, unknown> = {}, more: Record<string, unknown> = {}) {
  const no = Object.fromEntries(EMERGENCY.map((id) => [id, 'no']))
  return { format: 'dorsal-intake/1', yearOfBirth: 1985, answers: { ...no, ...answers }, ...more }
}

function file(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'dorsal-cli-')), 'intake.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const run = (content: unknown) => triageCommand([file(content)], given)

describe('dorsal triage', () => {
  it('prints one decision for one intake, with its reasons in words', () => {
    expect(run(intake({ RF06: 'yes' }))).toMatchObject({
      code: 0,
      out: {
        disposition: 'emergency_now',
        card: 'emergency',
        rules: ['RF06'],
        contentVersion: given.content.version,
      },
    })
    expect(run(intake())).toMatchObject({
      out: { disposition: 'none', because: ['No warning sign was found today.'] },
    })
  })

  it('prints an array for an array, and reads the form of the published examples', () => {
    const pair = [intake(), intake({ RF20: 'yes' })]
    expect(run(pair).out).toMatchObject([{ disposition: 'none' }, { disposition: 'same_day_urgent' }])
    expect(run({ examples: pair.map((one) => ({ intake: one })) }).out).toHaveLength(2)
  })

  it.each(EMERGENCY)('is bad input without %s, and names it', (id) => {
    const one = intake()
    delete one.answers[id]
    expect(run(one)).toEqual({ code: 2, messages: [expect.stringContaining(`answers.${id}`)] })
  })

  it('takes an answer that is none for a missing one', () => {
    expect(run(intake({ RF02: 'maybe' }))).toMatchObject({
      code: 2,
      messages: [expect.stringContaining('RF02')],
    })
  })

  it('asks no completeness of a child', () => {
    expect(run(intake({}, { yearOfBirth: 2012, answers: {} }))).toMatchObject({
      code: 0,
      out: { card: 'under-18' },
    })
  })

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a wrong type', intake({ H01: { a: 1 } })],
    ['a wrong format', { ...intake(), format: 'other' }],
    ['an array with a bad one', [intake(), {}]],
  ])('says what is wrong with %s', (_, content) => {
    const reply = run(content)
    expect(reply.code).toBe(2)
    expect(reply.out).toBeUndefined()
    expect(reply.messages.join()).toMatch(/intake\.json/)
  })

  it('says so when the file is not there, or not named', () => {
    expect(triageCommand(['/no/such/file.json'], given).code).toBe(2)
    expect(triageCommand([], given).code).toBe(2)
  })
})

describe('dorsal screen', () => {
  it('prints the level, whether to ask, the rules and where they stand', () => {
    const { code, out, messages } = screenCommand(['I have chest pain'], given)
    expect({ code, messages }).toEqual({ code: 0, messages: [] })
    expect(Object.keys(out ?? {}).sort()).toEqual(['ask', 'asks', 'disposition', 'rules', 'spans'])
    expect(out).toMatchObject({
      disposition: 'emergency_now',
      ask: false,
      rules: expect.arrayContaining(['FT01']),
      asks: expect.arrayContaining(['RF02']),
      spans: expect.arrayContaining([{ start: 7, end: 17, rule: 'FT01' }]),
    })
  })

  it('asks when it cannot read the language', () => {
    expect(screenCommand(['mir ist schwindlig', '--lang', 'de'], given).out).toMatchObject({ ask: true })
  })

  it.each([[[]], [['two', 'texts']], [['x', '--nope']]])('refuses %j', (args) => {
    expect(screenCommand(args, given).code).toBe(2)
  })
})
