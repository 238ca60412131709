import { describe, expect, it } from 'vitest'
import { SPOKEN, plainPhrase, spokenControl } from './spoken-words.ts'

const QUIET = { paused: false, speaking: null }
const during = (speaking: string) => ({ paused: false, speaking })

describe('spoken words', () => {
  it.each(Object.keys(SPOKEN))('are the same commands in %s, and no phrase means two things', (lang) => {
    const words = SPOKEN[lang] ?? {}
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(SPOKEN['en'] ?? {}).toSorted())
    const phrases = Object.values(words).flatMap((each) => each.map(plainPhrase))
    expect(new Set(phrases).size).toBe(phrases.length)
  })

  it('count as a whole phrase alone, however they are written', () => {
    expect(spokenControl('That hurts!', 'en', QUIET)).toBe('hurts')
    expect(spokenControl(' HARDER, next time. ', 'en', QUIET)).toBe('harder')
    expect(spokenControl('Mas facil', 'es', QUIET)).toBe('easier')
    expect(spokenControl('Está doendo', 'pt', QUIET)).toBe('hurts')
    for (const talk of ['do not stop', 'the bus stop', 'that never hurts', 'is it easier', '', 'harder'])
      expect(spokenControl(talk, 'en', QUIET)).toBeNull()
    expect(spokenControl('stop', 'es', QUIET)).toBeNull()
  })

  it('are not the guide’s own: while it speaks, only pain and stop are heard, and not if it is saying them', () => {
    expect(spokenControl('skip', 'en', during('Rest for 30 seconds.'))).toBeNull()
    expect(spokenControl('that hurts', 'en', during('Rest for 30 seconds.'))).toBe('hurts')
    expect(spokenControl('stop', 'en', during('Rest for 30 seconds.'))).toBe('stop')
    expect(spokenControl('stop', 'en', during('If it is sharp, stop.'))).toBeNull()
  })

  it('pause once and go on once, whichever is said twice', () => {
    const paused = { paused: true, speaking: null }
    expect([spokenControl('pause', 'en', QUIET), spokenControl('pause', 'en', paused)]).toEqual([
      'pause',
      null,
    ])
    expect([spokenControl('go on', 'en', paused), spokenControl('go on', 'en', QUIET)]).toEqual([
      'pause',
      null,
    ])
  })
})
