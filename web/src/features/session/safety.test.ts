import { type HurtKind, SessionReport, workOf } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { CONTROLS } from './controls.ts'
import { Played, exercise, prescribed, prescription } from './session-fixture.ts'

const three = () => prescription([prescribed('squat'), prescribed('row'), prescribed('turn')])
const afterSet = (pain: number, effort = 3) =>
  new Played(three()).working().until('after').send({ type: 'set-answer', pain, effort }).press('next')
const hurt = (kind: HurtKind | null) =>
  new Played(three()).working().pass(7).press('hurts').send({ type: 'hurt', kind })

describe('before the start', () => {
  it.each(['PS1', 'PS2'])(
    'yes to %s shows the emergency card at once, with a report and no exercise',
    (id) => {
      const played = new Played()
      if (id === 'PS2') played.send({ type: 'answer', id: 'PS1', value: 'no' }).press('next')
      played.send({ type: 'answer', id, value: 'yes' }).press('next')
      expect(played.state.phase).toEqual({ name: 'card', card: 'emergency' })
      const report = SessionReport.parse(played.state.report)
      expect(report).toMatchObject({ sets: [], stop: { rule: id }, before: { pain: null } })
    },
  )

  it('a lower danger sign shows its card after the pain question, before any exercise', () => {
    const played = new Played()
    for (const id of ['PS1', 'PS2', 'PS3', 'PS4'])
      played.send({ type: 'answer', id, value: id === 'PS4' ? 'yes' : 'no' }).press('next')
    played.send({ type: 'pain-before', value: 2 }).press('next')
    expect(played.state.phase).toEqual({ name: 'card', card: 'same-day' })
  })

  it('goes past no question that has no answer', () => {
    const played = new Played().press('next', 'next')
    expect(played.state.phase).toEqual({ name: 'before', step: 0 })
  })

  it('strong pain leaves rest and breathing, never an exercise (SS11)', () => {
    const played = new Played().ready(7)
    expect(played.phase).toBe('recovery')
    played.send({ type: 'recovery', running: true }).pass(200)
    expect(played.state.phase).toMatchObject({ running: false })
    played.press('next', 'next', 'next', 'next', 'next')
    expect(played.state.report).toMatchObject({ sets: [], stop: { rule: 'SS11' } })
    expect(new Played().ready(6).phase).toBe('set-up')
  })
})

describe('pain and effort after a set', () => {
  it('pain of 8 ends the session with its card (SS03)', () => {
    const played = afterSet(8)
    expect(played.state).toMatchObject({
      phase: { name: 'end' },
      stop: { rule: 'SS03' },
      card: 'stop-session',
    })
    played.press('next', 'next', 'next', 'next')
    expect(played.state.phase).toEqual({ name: 'card', card: 'stop-session' })
  })

  it('a rise of 3 waits two minutes and asks again; not settled ends it, settled goes on easier', () => {
    const waiting = afterSet(5).pass(121)
    expect(waiting.state.phase).toMatchObject({ name: 'settle', asked: true })
    expect(afterSet(5).pass(121).send({ type: 'settled', pain: 5 }).state.stop).toMatchObject({
      rule: 'SS03',
    })
    waiting.send({ type: 'settled', pain: 3 })
    expect(waiting.phase).toBe('rest')
    expect(waiting.state.changes).toHaveLength(1)
  })

  it('a rise of 2 makes it easier and says why; in a second exercise it ends the session (SS04)', () => {
    const played = afterSet(4)
    expect(played.state.said.line.id).toBe('change')
    expect(played.state.changes).toHaveLength(1)
    while (played.state.place?.item === 0) played.until('work').press('next')
    played.until('after').send({ type: 'set-answer', pain: 4 }).press('next')
    expect(played.state.stop).toMatchObject({ rule: 'SS04', planItemId: 'item-row' })
  })

  it('after the last set of an exercise it is written down, but nobody is told that it goes on easier', () => {
    const last = new Played(three()).working().until('after').press('next').until('work').until('after')
    expect(last.state.place).toMatchObject({ item: 0, set: 2 })
    last.send({ type: 'set-answer', pain: 4 }).press('next')
    expect(last.state.changes).toHaveLength(1)
    expect([last.state.said.line.id, last.state.notice]).toEqual(['rest', null])
    expect(last.until('ready').state.place?.item).toBe(1)
  })

  it('after the last set a longer rest is still said, for it comes', () => {
    const squat = prescribed('squat')
    const two = prescription([
      { ...squat, dosage: { ...squat.dosage, reps: 2, effort: [1, 3] } },
      prescribed('row'),
    ])
    const last = new Played(two).working().until('after').press('next').until('work').until('after')
    last.send({ type: 'set-answer', pain: 1, effort: 6 }).press('next')
    expect(last.state.changes).toMatchObject([{ variable: 'rest' }])
    expect(last.state.said.line.id).toBe('change')
  })

  it('going back and on with the same answers changes nothing twice', () => {
    const played = afterSet(4)
    const { changes, items } = played.state
    expect(played.press('back').phase).toBe('after')
    expect(played.press('next').state).toMatchObject({ changes, items })
  })

  it('a slip of the finger can be taken back, a danger sign cannot', () => {
    const played = afterSet(8).press('back')
    expect(played.state).toMatchObject({ phase: { name: 'after' }, stop: null })
    played.send({ type: 'set-answer', pain: 3 }).press('next')
    expect(played.phase).toBe('rest')
    expect(hurt('chest').press('back').phase).toBe('card')
  })

  it('very hard work asks about breath; short of breath is an emergency, tired gets a long rest (SS08)', () => {
    expect(afterSet(2, 9).state.ask).toEqual({ kind: 'breath' })
    expect(afterSet(2, 9).send({ type: 'breath', short: true }).state.phase).toEqual({
      name: 'card',
      card: 'emergency',
    })
    expect(afterSet(2, 9).send({ type: 'breath', short: false }).state.phase).toMatchObject({ left: 300 })
  })
})

describe('"that hurts"', () => {
  it.each(['chest', 'legs'] as const)(
    '%s: the emergency card at once, the set kept in the report',
    (kind) => {
      const played = hurt(kind)
      expect(played.state.phase).toEqual({ name: 'card', card: 'emergency' })
      expect(played.state.report).toMatchObject({
        sets: [{ doneReps: 1 }],
        stop: { planItemId: 'item-squat' },
      })
    },
  )

  it('dizzy: the exercises are over, sit or lie down (SS06)', () => {
    expect(hurt('dizzy').state).toMatchObject({
      phase: { name: 'end' },
      stop: { rule: 'SS06' },
      card: 'stop-session',
    })
  })

  it('sharp: this exercise is over and stays the reason on the report, the session goes on (SS05)', () => {
    const played = hurt('sharp')
    expect(played.state.stop).toEqual({ rule: 'SS05', planItemId: 'item-squat' })
    expect(played.state.sets).toMatchObject([{ doneReps: 1 }])
    played.press('next').until('work')
    expect(played.state.place?.item).toBe(1)
    expect(played.press('stop').state.stop?.rule).toBe('SS05')
  })

  it('sore: easier at once, the count goes on', () => {
    const played = hurt('sore')
    expect(played.state.changes).toHaveLength(1)
    expect(played.repetitions).toBe(1)
    played.until('work')
  })

  it('nothing moves while the question is open, and fine leaves it paused', () => {
    const played = new Played(three()).working().pass(7).press('hurts').pass(100)
    expect(played.done).toBe(1)
    expect(played.send({ type: 'hurt', kind: null }).state.pause).toBe('person')
  })
})

describe('easier and undo', () => {
  it('makes it easier at once, and the undo goes back to what was prescribed, no further', () => {
    const played = new Played(three()).working()
    const { items } = played.state
    played.press('easier')
    expect(played.state.items).not.toEqual(items)
    played.send({ type: 'undo' })
    expect(played.state.items).toEqual(items)
    expect(played.state.changes).toMatchObject([{ undone: true }])
  })

  it('an easier exercise begins with the next set, and no repetition of the old one is lost', () => {
    const easier = exercise('sit')
    const base = prescribed('squat')
    const played = new Played(
      prescription([{ ...base, easier, rangeShare: 0.4, dosage: { ...base.dosage, reps: 2 } }]),
    )
    played.working().pass(6).press('easier')
    expect(played.state.sets).toMatchObject([{ exerciseId: 'squat', doneReps: 1 }])
    played.press('next').until('work')
    expect(played.state.items[0]?.exercise.id).toBe('sit')
  })
})

describe('every control in every state', () => {
  const states: Record<string, () => Played> = {
    before: () => new Played(three()),
    'set-up': () => new Played(three()).ready(),
    ready: () => new Played(three()).ready().press('next'),
    work: () => new Played(three()).working().pass(7),
    'work by camera': () => new Played(three()).working(true).rep(1),
    'work unseen': () => new Played(three()).working(true).rep(1).vanish().pass(2),
    paused: () => new Played(three()).working().pass(7).press('pause'),
    asked: () => new Played(three()).working().pass(7).press('hurts'),
    'asked if OK': () => new Played(three()).working(true).rep(1).vanish().pass(6),
    after: () => new Played(three()).working().until('after'),
    rest: () => new Played(three()).working().until('after').press('next'),
    settle: () => afterSet(5),
    breath: () => afterSet(2, 9),
    recovery: () => new Played(three()).ready(8),
    end: () => new Played(three()).working().pass(7).press('stop'),
    card: () => hurt('chest'),
    summary: () => new Played(three()).working().pass(7).press('stop', 'next', 'next', 'next', 'next'),
  }
  const work = (played: Played) =>
    played.state.items.map((item) => (item.closed ? 0 : workOf(item.dosage) * item.rangeShare))

  describe.each(Object.keys(states))('%s', (name) => {
    it.each(CONTROLS)(
      '%s loses no repetition, makes nothing harder, and the session still ends',
      (control) => {
        const played = states[name]?.() ?? new Played()
        const [reps, before] = [played.repetitions, work(played)]
        played.press(control)
        expect(played.repetitions).toBeGreaterThanOrEqual(reps)
        work(played).forEach((now, index) => expect(now).toBeLessThanOrEqual(before[index] ?? 0))
        played.pass(5)
        for (let step = 0; step < 12 && played.state.report === null; step++) {
          played
            .send({ type: 'hurt', kind: null })
            .send({ type: 'ok' })
            .send({ type: 'breath', short: false })
          if (played.phase === 'before') played.ready()
          played.press('stop', 'next')
        }
        expect(played.state.report?.sets.reduce((all, set) => all + set.doneReps, 0)).toBeGreaterThanOrEqual(
          reps,
        )
        SessionReport.parse(played.state.report)
      },
    )
  })
})
