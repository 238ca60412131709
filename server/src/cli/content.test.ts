import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DATA_DIR, loadContent } from '@dorsal/content'
import { describe, expect, it } from 'vitest'
import { contentCommand } from './content.ts'

const squat = readFileSync(join(DATA_DIR, 'exercises/squat.json'), 'utf8')

function folder(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'dorsal-clinic-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

describe('content lint', () => {
  it('finds nothing in a folder that fits, and tells its version', () => {
    const root = folder({ 'exercises/squat.json': squat.replace('"version": 1', '"version": 9') })
    const { code, out } = contentCommand(['lint', root])
    expect([code, out]).toEqual([
      0,
      { contentVersion: expect.stringMatching(/^[0-9a-f]{16}$/) as string, faults: 0 },
    ])
    expect(out).not.toMatchObject({ contentVersion: loadContent().version })
  })

  it('names file and line of each fault, and ends with 2', () => {
    const root = folder({
      'exercises/squat.json': squat,
      'notes/own.json': '[\n{ "id": "x" ]',
    })
    const { code, out, messages } = contentCommand(['lint', root])
    expect([code, out]).toEqual([2, undefined])
    expect(messages).toEqual([
      expect.stringMatching(/^notes\/own\.json:2: .*\(json\)$/),
      expect.stringMatching(
        /^exercises\/squat\.json:3: squat: takes the place of version 1 .*\(clinic-version\)$/,
      ),
      '2 faults',
    ])
  })

  it.each([[[]], [['lint', 'a', 'b']], [['list']]])('%j is bad input', (args) => {
    expect(contentCommand(args)).toEqual({
      code: 2,
      messages: [expect.stringMatching(/^Use: dorsal content lint/) as string],
    })
  })

  it('status counts what is reviewed and translated, a clinic’s own included', () => {
    const signed = squat
      .replace('"version": 1', '"version": 9')
      .replace(
        /"signOff": \{[^}]*\}/,
        '"signOff": { "state": "reviewed", "by": "A. Name", "at": "2026-11-22" }',
      )
    const { out } = contentCommand(['status', folder({ 'exercises/squat.json': signed })])
    expect(out).toMatchObject({
      signOff: expect.arrayContaining([
        { part: 'exercises', reviewed: 1, draft: loadContent().exercises.length - 1 },
      ]) as unknown,
      languages: [{ lang: 'es' }, { lang: 'pt' }],
    })
  })

  it('a folder that is not there is a fault of its own', () => {
    expect(contentCommand(['lint', '/no/such/folder'])).toMatchObject({ code: 2 })
  })
})
