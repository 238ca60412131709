import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../../..')

const sources = globSync('{web,care,motion,server}/src/**/*.{ts,tsx}', { cwd: ROOT })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }))
const naming = (what: RegExp): string[] =>
  sources.filter(({ text }) => what.test(text)).map(({ file }) => file.replaceAll('\\', '/'))

describe('a visit by video', () => {
  it('is looked for in all that there is', () => expect(sources.length).toBeGreaterThan(800))

  it('can be recorded by nothing', () => {
    expect(naming(/MediaRecorder|MediaStreamTrackProcessor|captureStream/)).toEqual([])
  })

  it('shows nothing of the screen', () => expect(naming(/getDisplayMedia/)).toEqual([]))

  it('is the only thing that speaks to another browser, and the only one that opens a microphone', () => {
    expect(naming(/RTCPeerConnection\(/)).toEqual(['web/src/features/video/peer-room.ts'])
    expect(naming(/audio: (?!false)/).filter((file) => naming(/getUserMedia/).includes(file))).toEqual([
      'web/src/features/video/own-media.ts',
    ])
  })
})
