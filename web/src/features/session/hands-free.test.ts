import type { Exercise } from '@dorsal/care'
import { SessionReport } from '@dorsal/care'
import type { Posture } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import { exercise, Played, prescribed, prescription } from './session-fixture.ts'

const moved = (id: string, end: Posture, more: Partial<Exercise> = {}) => {
  const base = exercise(id)
  return prescribed(id, {
    exercise: {
      ...base,
      ...more,
      movement: { ...base.movement, figure: { stance: 'standing', start: {}, end } },
    },
  })
}
const squat = () => moved('squat', { legL: { flexion: 60, knee: 80 }, legR: { flexion: 60, knee: 80 } })
const overhead = () => moved('press', { armL: { flexion: 170 }, armR: { flexion: 170 } })
const of = (...items: ReturnType<typeof squat>[]) => new Played(prescription(items))
const hands = { type: 'raised-hands' } as const

describe('both hands raised', () => {
  it('pause the work and go on with it, and lose no repetition', () => {
    const played = of(squat()).working().pass(7).send(hands)
    expect(played.state).toMatchObject({ pause: 'person', bout: { done: 1 } })
    expect(played.pass(60).send(hands).state).toMatchObject({ pause: null, bout: { done: 1 } })
  })

  it('mean nothing while an exercise raises the arms itself, or before it begins', () => {
    const ready = of(overhead()).ready().press('next')
    expect(ready.send(hands).state.pause).toBeNull()
    expect(ready.until('work').pass(3).send(hands).state.pause).toBeNull()
  })

  it('count in the pauses and rests of such an exercise', () => {
    const played = of(overhead()).working().press('pause')
    expect(played.send(hands).state.pause).toBeNull()
    played.until('after').send(hands)
    expect(played.phase).toBe('rest')
    expect(played.send(hands).state.pause).toBe('person')
  })

  it('answer no question of safety and begin nothing', () => {
    const asked = of(squat()).working().press('hurts').send(hands)
    expect(asked.state.ask).toEqual({ kind: 'hurts' })
    const away = of(squat()).working(true).rep(1).vanish().pass(6).send(hands)
    expect(away.state.ask).toMatchObject({ kind: 'ok' })
    expect(of(squat()).ready().send(hands).phase).toBe('set-up')
    const settling = of(squat()).working().until('after').send({ type: 'set-answer', pain: 5 }).press('next')
    expect(settling.send(hands).state).toMatchObject({ phase: { name: 'settle' }, pause: null })
  })
})

describe('the one big key', () => {
  it('pauses where time runs, goes on where an answer is waited for, and begins nothing sooner', () => {
    const played = of(squat()).ready().press('next', 'one')
    expect(played.state).toMatchObject({ phase: { name: 'ready' }, pause: 'person' })
    played.press('one').until('work').press('one')
    expect(played.state.pause).toBe('person')
    expect(played.press('one').until('after').press('one').phase).toBe('rest')
  })
})

describe('"harder next time"', () => {
  const today = ({ state: { said: _said, wishes: _wishes, ...rest } }: Played) => rest
  it('changes nothing of this session: state and course stay the same but for the wish', () => {
    for (const phase of ['ready', 'work', 'after', 'rest']) {
      const way = () => {
        const played = of(squat(), overhead())
          .ready()
          .press('next')
          .until(phase === 'ready' ? 'ready' : 'work')
        if (phase === 'after' || phase === 'rest') played.until('after')
        return phase === 'rest' ? played.press('next') : played
      }
      const [plain, wished] = [way(), way().press('harder')]
      expect(today(wished)).toEqual(today(plain))
      expect(wished.state.said.line.id).toBe('harder')
      expect(today(wished.pass(300))).toEqual(today(plain.pass(300)))
    }
  })

  it('is in the report, once, under what it was said of; without it the report has no such thing', () => {
    const end = (played: Played) =>
      SessionReport.parse(played.press('stop', 'next', 'next', 'next', 'next').state.report)
    expect(end(of(squat()).working().press('harder', 'harder')).harderNextTime).toEqual(['item-squat'])
    expect(end(of(squat()).working())).not.toHaveProperty('harderNextTime')
  })

  it('can be taken back', () => {
    const played = of(squat()).working().press('not-harder', 'harder', 'not-harder')
    expect(played.state).toMatchObject({ wishes: [], said: { line: { id: 'undone' } } })
    expect(played.press('stop', 'next', 'next', 'next', 'next').state.report).not.toHaveProperty(
      'harderNextTime',
    )
  })

  it('gives way to "easier", and never takes an easing back', () => {
    const played = of(squat()).working().press('harder', 'easier')
    expect(played.state.wishes).toEqual([])
    const { items, changes } = played.state
    expect(played.press('harder').state).toMatchObject({ items, changes })
  })

  it('means nothing before the first exercise and after the last', () => {
    const early = of(squat()).ready().press('harder')
    expect(early.state.wishes).toBeUndefined()
    expect(of(squat()).working().press('stop', 'harder').state.wishes).toBeUndefined()
  })
})

describe('"how long"', () => {
  it('says what is left, and it comes true within a third', () => {
    const played = of(squat(), squat()).working().press('how-long')
    expect(played.state.said.line.id).toBe('time-left')
    const said = Number(played.state.said.line.values?.seconds)
    let took = 0
    for (; took < 1200 && played.phase !== 'end'; took += 1) {
      played.pass(1)
      if (played.phase === 'after') played.press('next')
    }
    expect(said / took).toBeGreaterThan(0.67)
    expect(said / took).toBeLessThan(1.5)
  })

  it('is less the further the session is, and moves nothing', () => {
    const played = of(squat()).working()
    const left = () => Number(played.press('how-long').state.said.line.values?.seconds)
    const [first, second, third] = [left(), played.pass(8) && left(), played.until('rest') && left()]
    expect(first).toBeGreaterThan(second)
    expect(second).toBeGreaterThan(third)
    expect(played.press('pause').press('how-long').state.pause).toBe('person')
  })
})

describe('breathing exercises', () => {
  const breath = (dosage: object) => {
    const base = prescribed('breath', { exercise: exercise('breath', { components: ['breathing'] }) })
    return { ...base, dosage: { ...base.dosage, sets: 1, ...dosage } }
  }
  const heard = (played: Played, seconds: number) => {
    const lines: string[] = [played.state.said.line.id]
    let { seq } = played.state.said
    let sounds = played.state.sound.seq
    const soft = { turns: 0 }
    played.pass(seconds, () => {
      const { said, sound } = played.state
      if (said.seq !== seq) lines.push(said.line.id)
      if (sound.seq !== sounds && sound.kind === 'turn') soft.turns += 1
      seq = said.seq
      sounds = sound.seq
      return played.phase !== 'work'
    })
    return { lines, ...soft }
  }

  it('lead two breaths by words and the rest by a soft sound, in the prescribed tempo', () => {
    const played = new Played(prescription([breath({ reps: null, durationSeconds: 60, tempo: '4-2-6' })]))
    const { lines, turns } = heard(played.working(), 70)
    expect(lines).toEqual([
      'breathe-in',
      'breathe-hold',
      'breathe-out',
      'breathe-in',
      'breathe-hold',
      'breathe-out',
      'last-ten',
      'set-done',
    ])
    expect(turns).toBe(14)
    expect(played.state.sets[0]?.seconds).toBe(60)
  })

  it('go by an easy breath, out longer than in, where no tempo is prescribed', () => {
    const played = new Played(prescription([breath({ reps: 3, tempo: null })])).working()
    const { lines } = heard(played, 40)
    expect(lines).toEqual(['breathe-in', 'breathe-out', 'breathe-in', 'breathe-out', 'count', 'set-done'])
    expect(played.state.sets[0]?.seconds).toBe(30)
  })
})
