import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { analyze } from './analyze.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'dorsal-analyze-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...args: string[]): Promise<{ code: number; lines: string[]; messages: string[] }> {
  const lines: string[] = []
  const messages: string[] = []
  const code = await analyze(args, {
    line: (text) => lines.push(text),
    message: (text) => messages.push(text),
  })
  return { code, lines, messages }
}

function file(name: string, content: string | Uint8Array): string {
  const at = path.join(folder, name)
  writeFileSync(at, content)
  return at
}

const wave = Array.from({ length: 300 }, (_, i) => [20 - 20 * Math.cos((2 * Math.PI * i) / 60)])
const signal = `${JSON.stringify({ id: 'one', channels: ['angle'], fps: 30, signal: wave })}\n`
const empty = [
  JSON.stringify({ type: 'meta', skeleton: 'blazepose33', w: 640, h: 480 }),
  JSON.stringify({ t: 0, image: null, world: null }),
  JSON.stringify({ t: 0.1, image: null, world: null }),
].join('\n')

describe('dorsal analyze', () => {
  test('prints a JSON line a record, from plain and from packed files', async () => {
    for (const at of [file('a.jsonl', signal + signal), file('a.jsonl.gz', gzipSync(signal + signal))]) {
      const { code, lines, messages } = await run(at)
      expect([code, lines.length, messages]).toEqual([0, 2, []])
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 'one', reps: { total: 5 } })
    }
  })

  test('judges by the exercise library', async () => {
    const { code, lines } = await run('--exercise', 'squat', file('room.jsonl', empty))
    expect(code).toBe(0)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      id: 'room',
      exercise: 'squat',
      seenShare: 0,
      range: null,
    })
  })

  test('prints one signal, a line a frame, null where nothing is seen', async () => {
    const { code, lines } = await run('--signal', 'knee_flexion', file('room.jsonl', empty))
    expect([code, lines]).toEqual([
      0,
      [0, 0.1].map((t) => `{"t":${t},"value":null,"confidence":null,"left":null,"right":null}`),
    ])
  })

  test.each([
    ['no file', [], 'which file?'],
    ['a file that is not there', ['/nowhere.jsonl'], 'no such file'],
    ['two files', ['a', 'b'], 'one file at a time'],
    ['an unknown option', ['--fast', 'a'], "Unknown option '--fast'"],
    ['no rate', ['--fps', 'many', 'a'], '--fps must be a number'],
    ['no recording', [file('words.jsonl', 'hello')], 'line 1 is not JSON'],
    ['damaged gzip', [file('torn.jsonl.gz', gzipSync(signal).subarray(0, 40))], 'the gzip data is damaged'],
    ['an unknown exercise', ['--exercise', 'handstand', file('b.jsonl', empty)], 'no exercise "handstand"'],
    [
      'one bad record among good ones',
      [file('mixed.jsonl', `${signal}{"id":"two","joints":["tail"],"frames":[]}\n`)],
      'two: the joints ("tail") make no body',
    ],
    ['an unknown signal', ['--signal', 'mood', file('c.jsonl', empty)], 'no signal "mood"'],
  ])('%s: exit 2 with a clear message, nothing on stdout', async (_what, args, message) => {
    const { code, lines, messages } = await run(...args)
    expect([code, lines]).toEqual([2, []])
    expect(messages.join('\n')).toContain(message)
  })
})
