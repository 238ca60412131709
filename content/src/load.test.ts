import { mkdtempSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Content, PatientContent } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { patientContent } from './for-patients.ts'
import { loadContent, readChecked } from './load.ts'
import { DATA_DIR } from './parts/entries.ts'

function copyOfData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dorsal-content-'))
  cpSync(DATA_DIR, folder, { recursive: true })
  return folder
}

describe('loading content', () => {
  it('fits its own schemas, and the patient’s part of it too', () => {
    const content = loadContent()
    expect(Content.parse(content)).toEqual(content)
    const part = patientContent(content)
    expect(PatientContent.parse(part)).toEqual(part)
    expect(part.testExercises.length).toBeGreaterThan(0)
    expect(part.testExercises.length).toBeLessThan(content.exercises.length)
  })

  it('has all 49 warning signs, 6 combinations, 13 stop rules and 5 questions before a session', () => {
    const { items, combinations, stopRules, preSession } = loadContent().redFlags
    expect([items.length, combinations.length, stopRules.length, preSession.length]).toEqual([49, 6, 13, 5])
    expect(items.filter((item) => item.disposition === 'emergency_now')).toHaveLength(12)
  })

  it('names the same content by the same version, and one changed word by another', () => {
    const folder = copyOfData()
    const before = readChecked(folder).version
    expect(before).toBe(loadContent().version)
    const file = join(folder, 'red-flags/safety-net.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('chest', 'Chest'))
    expect(readChecked(folder).version).not.toBe(before)
  })

  it('does not depend on the order of keys', () => {
    const folder = copyOfData()
    const file = join(folder, 'exercises/squat.json')
    const written: object = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(written).reverse())))
    expect(readChecked(folder).version).toBe(loadContent().version)
  })

  it.each([
    ['not JSON', '{ "id": ', /questions\/9-own\.json:1: .*\(json\)/],
    ['a missing field', '[\n{ "id": "H99" }]', /questions\/9-own\.json:2: H99\.version: .*\(schema\)/],
    [
      'a fault that only the linter sees',
      null,
      /questions\/9-own\.json:2: H01: this id is used twice \(unique-ids\)/,
    ],
  ])('refuses %s and says where', (_, text, message) => {
    const folder = copyOfData()
    const own = text ?? readFileSync(join(folder, 'questions/1-history.json'), 'utf8')
    writeFileSync(join(folder, 'questions/9-own.json'), own)
    expect(() => readChecked(folder)).toThrow(message)
  })
})
