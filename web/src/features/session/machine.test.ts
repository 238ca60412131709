import { SessionReport } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { Played, exercise, prescribed, prescription, summary } from './session-fixture.ts'

describe('the length of a session', () => {
  const [squat, row] = [prescribed('squat'), prescribed('row')]
  const given = prescription([squat], {
    minutes: 10,
    more: [row],
    versions: [
      { minutes: 5, items: [{ planItemId: squat.planItemId, sets: 1 }] },
      { minutes: 10, items: [{ planItemId: squat.planItemId, sets: 2 }] },
      {
        minutes: 20,
        items: [
          { planItemId: squat.planItemId, sets: 2 },
          { planItemId: row.planItemId, sets: 2 },
        ],
      },
    ],
  })
  const setsOf = (played: Played) =>
    played.state.items.map(({ exercise: { id }, dosage }) => `${id} ${dosage.sets}`)

  it('is the prescribed one until another is chosen, and is in the report', () => {
    const played = new Played(given).ready()
    expect([played.state.minutes, setsOf(played)]).toEqual([10, ['squat 2']])
    played.send({ type: 'length', minutes: 20 })
    expect(setsOf(played)).toEqual(['squat 2', 'row 2'])
    played.send({ type: 'length', minutes: 5 })
    expect(setsOf(played)).toEqual(['squat 1'])
    played.press('next').until('after').send({ type: 'set-answer', pain: 2, effort: 4 }).press('next')
    played.press('next', 'next', 'next', 'next')
    expect(SessionReport.parse(played.state.report)).toMatchObject({ minutes: 5, sets: [{ set: 1 }] })
  })

  it('with little energy the shortest is suggested, and another may still be taken', () => {
    const tired = new Played(given).ready(2, 'low')
    expect([tired.state.minutes, setsOf(tired)]).toEqual([5, ['squat 1']])
    tired.send({ type: 'length', minutes: 20 })
    expect(setsOf(tired)).toEqual(['squat 2', 'row 2'])
    expect(new Played(given).ready(2, 'medium').state.minutes).toBe(10)
  })

  it('leaves out what needs a thing that is not at hand, in every length, and says so in the report', () => {
    const band = prescribed('pull', { exercise: exercise('pull', { equipment: ['band'] }) })
    const versions = [{ minutes: 20, items: [{ planItemId: band.planItemId, sets: 2 }] }]
    const played = new Played(prescription([squat, band], { minutes: 10, more: [], versions })).ready()
    played.send({ type: 'missing', things: ['band'] })
    expect(setsOf(played)).toEqual(['squat 2'])
    played.send({ type: 'length', minutes: 20 })
    expect(setsOf(played)).toEqual([])
    played.send({ type: 'length', minutes: 10 })
    for (let set = 0; set < 2; set += 1) {
      if (set === 0) played.press('next')
      played.until('after').send({ type: 'set-answer', pain: 2, effort: 4 }).press('next')
    }
    played.press('next', 'next', 'next', 'next')
    const report = SessionReport.parse(played.state.report)
    expect(report.without).toEqual(['band'])
    expect(report.before.energy).toBe('good')
    expect(new Set(report.sets.map(({ exerciseId }) => exerciseId))).toEqual(new Set(['squat']))
  })

  it('can be chosen before the first set only, and only from what was prescribed', () => {
    const early = new Played(given).send({ type: 'length', minutes: 20 })
    expect(setsOf(early)).toEqual(['squat 2'])
    early.ready().send({ type: 'length', minutes: 60 })
    expect(setsOf(early)).toEqual(['squat 2'])
    const late = new Played(given).working().send({ type: 'length', minutes: 20 })
    expect([late.state.minutes, setsOf(late)]).toEqual([10, ['squat 2']])
  })
})

describe('the way through a session by the timer', () => {
  it('counts each set by the tempo, rests, asks, and ends in a report that fits the contract', () => {
    const played = new Played().working()
    expect(played.phase).toBe('work')
    played.until('after')
    expect(played.state.sets).toMatchObject([{ set: 1, doneReps: 4, prescribedReps: 4, counted: 'timer' }])
    expect(played.state.sets[0]?.seconds).toBe(20)
    played.send({ type: 'set-answer', pain: 2, effort: 4 }).press('next')
    expect(played.phase).toBe('rest')
    for (const _ of [2, 3, 4]) played.until('after').send({ type: 'set-answer', pain: 2 }).press('next')
    expect(played.phase).toBe('end')
    played.send({ type: 'end-answer', answer: { painAfter: 1, effort: 3, note: 'Good.' } })
    played.press('next', 'next', 'next', 'next')
    expect(played.phase).toBe('summary')
    const report = SessionReport.parse(played.state.report)
    expect(report.sets.map((set) => [set.exerciseId, set.set, set.doneReps])).toEqual([
      ['squat', 1, 4],
      ['squat', 2, 4],
      ['row', 1, 4],
      ['row', 2, 4],
    ])
    expect(report).toMatchObject({
      mode: 'timer',
      painAfter: 1,
      stop: null,
      before: { pain: 2, sinceLast: 'same' },
    })
  })

  it('gives the whole rest, less what the questions took', () => {
    const played = new Played().working().until('after').pass(10).press('next')
    expect(played.state.phase).toMatchObject({ name: 'rest', total: 20 })
    expect(played.press('longer').state.phase).toMatchObject({ total: 50 })
    expect(played.until('ready').state.place).toMatchObject({ set: 2 })
  })

  it('switches sides where the sides need another position, and counts both in one set', () => {
    const item = prescribed('book', { dosage: { ...prescribed('x').dosage, perSide: true, sets: 1 } })
    const played = new Played(prescription([item])).working()
    expect(played.state.place?.side).toBe('left')
    played.until('ready')
    expect(played.state.place?.side).toBe('right')
    expect(played.state.said.line).toEqual({ id: 'other-side', values: { side: 'right' } })
    played.until('after')
    expect(played.state.sets).toMatchObject([{ doneReps: 8, prescribedReps: 8 }])
  })

  it('keeps sides in one bout where they swap with each repetition', () => {
    const turn = exercise('turn', { laterality: 'alternating' })
    const item = prescribed('turn', { exercise: turn, dosage: { ...prescribed('x').dosage, perSide: true } })
    const played = new Played(prescription([item])).working().until('after')
    expect(played.state.sets).toMatchObject([{ doneReps: 8, prescribedReps: 8 }])
  })

  it('times work that is prescribed in seconds, announces the end, and claims no repetitions', () => {
    const dosage = { ...prescribed('x').dosage, reps: null, durationSeconds: 60, sets: 1 }
    const played = new Played(prescription([prescribed('march', { dosage })])).working()
    const heard = new Set<string>()
    played.pass(70, () => heard.add(played.state.said.line.id) && played.phase === 'after')
    expect([...heard]).toEqual(['go', 'half-way', 'last-ten', 'set-done'])
    expect(played.state.sets).toMatchObject([{ prescribedReps: null, doneReps: 0, seconds: 60 }])
  })

  it('holds as long as prescribed and says when to ease off', () => {
    const dosage = { ...prescribed('x').dosage, reps: 2, holdSeconds: 10, sets: 1 }
    const played = new Played(prescription([prescribed('stretch', { dosage })])).working()
    const heard: string[] = []
    played.pass(40, () => {
      if (heard.at(-1) !== played.state.said.line.id) heard.push(played.state.said.line.id)
      return played.phase === 'after'
    })
    expect(heard).toEqual(['go', 'hold', 'ease-off', 'count', 'hold', 'ease-off', 'set-done'])
    expect(played.state.sets[0]?.seconds).toBe(28)
  })

  it('goes on by itself when nobody answers after a set, with no made-up answers', () => {
    const played = new Played().working().until('after').pass(61)
    expect(played.phase).toBe('rest')
    expect(played.state.sets[0]).toMatchObject({ pain: null, effort: null })
  })

  it('takes the number that the person says and marks it as theirs', () => {
    const played = new Played().working().until('after').send({ type: 'set-answer', reps: 3 })
    expect(played.state.sets[0]).toMatchObject({ doneReps: 3, counted: 'self' })
  })
})

describe('pause, sleep and reopening', () => {
  it('counts nothing that the camera sees during a pause', () => {
    const played = new Played().working(true).rep(1).press('pause').rep(2)
    expect(played.state.bout.done).toBe(1)
  })

  it('loses no repetition and no part of one over a pause', () => {
    const played = new Played().working().pass(12)
    expect(played.done).toBe(2)
    const inRep = played.state.bout.inRep
    played.press('pause').pass(300)
    expect(played.state.pause).toBe('person')
    expect(played.state.bout).toMatchObject({ done: 2, inRep })
    expect(played.press('pause').pass(3.1).done).toBe(3)
  })

  it('counts nothing for the time in which the page slept', () => {
    const played = new Played().working().pass(6)
    played.ms += 600_000
    played.send({ type: 'tick' })
    expect(played.state.pause).toBe('away')
    expect(played.done).toBe(1)
  })

  it('keeps everything over a reload: same set, same count, waiting', async () => {
    const { reopen } = await import('./state.ts')
    const played = new Played().working().pass(12)
    played.state = reopen(JSON.parse(JSON.stringify(played.state)))
    played.ms = 5
    played.send({ type: 'tick' }).pass(60)
    expect(played.state).toMatchObject({ pause: 'reopened', bout: { done: 2 } })
    expect(played.press('pause').until('after').state.sets).toMatchObject([{ doneReps: 4 }])
  })

  it('goes back to the steps in the middle of a set and on from the same count', () => {
    const played = new Played().working().pass(12).press('back')
    expect(played.phase).toBe('ready')
    expect(played.done).toBe(2)
    expect(played.until('after').state.sets).toMatchObject([{ doneReps: 4 }])
  })
})

describe('counting by the camera', () => {
  it('waits for the person to be seen, then counts what the tracker counts and nothing by the clock', () => {
    const played = new Played().ready().send({ type: 'camera', to: 'on' }).press('next').pass(15)
    expect(played.phase).toBe('ready')
    played.see().pass(0.2)
    expect(played.phase).toBe('work')
    played.pass(30)
    expect(played.done).toBe(0)
    expect(played.rep(1).rep(2).done).toBe(2)
    played.rep(3).rep(4)
    expect(played.phase).toBe('after')
    expect(played.state.sets).toMatchObject([{ doneReps: 4, counted: 'camera' }])
  })

  it('goes by the timer, and says so, when the camera never sees the person', () => {
    const played = new Played().ready().send({ type: 'camera', to: 'on' }).press('next').until('work')
    expect(played.state.said.line.id).toBe('by-timer')
    expect(played.pass(11).done).toBe(2)
  })

  it('leaves a smaller repetition uncounted without blame', () => {
    const played = new Played().working(true).rep(1).rep(1, true)
    expect(played.done).toBe(1)
    expect(played.state.said.line.id).toBe('smaller')
  })

  it('counts nothing while the person is not seen, says so, and goes on when they are back', () => {
    const played = new Played(
      prescription([prescribed('sit', { exercise: exercise('sit', { position: 'seated' }) })]),
    )
    played.working(true).rep(1).vanish().pass(5)
    expect(played.state.said.line.id).toBe('lost')
    expect(played.done).toBe(1)
    played.pass(20)
    expect(played.state.pause).toBe('lost')
    played.see()
    expect(played.state.pause).toBeNull()
    expect(played.rep(2).done).toBe(2)
  })

  it('lets the person go on by the timer without being seen', () => {
    const played = new Played(
      prescription([prescribed('sit', { exercise: exercise('sit', { position: 'seated' }) })]),
    )
    played.working(true).rep(1).vanish().pass(25).press('pause').pass(5.1)
    expect(played.state.said.line.id).toBe('count')
    expect(played.done).toBe(2)
  })

  it.each(['failed', 'off'] as const)(
    'goes on by the timer from the same count when the camera is %s',
    (to) => {
      const played = new Played().working(true).rep(1).rep(2).send({ type: 'camera', to })
      expect(played.done).toBe(2)
      played.until('after')
      expect(played.state.sets).toMatchObject([{ doneReps: 4, counted: 'timer' }])
    },
  )

  it('adds what a camera that was opened again counts from one', () => {
    const played = new Played().working(true).rep(1).rep(2)
    played.send({ type: 'camera', to: 'failed' }).send({ type: 'camera', to: 'on' }).see().rep(1)
    expect(played.done).toBe(3)
  })

  it('shows one correction at a time and not again too soon', () => {
    const fault = {
      type: 'fault',
      t: 0,
      fault: 'drops',
      cue: 'drops',
      magnitude: 1,
      seconds: 1,
      share: null,
      confidence: 1,
    } as const
    const played = new Played().working(true).tell(fault)
    const { seq } = played.state.said
    expect(played.state.said.line).toEqual({ id: 'cue', values: { fault: 'drops' } })
    expect(played.pass(3).tell(fault).state.said.seq).toBe(seq)
    expect(played.pass(4).tell(fault).state.said.seq).toBe(seq + 1)
    expect(played.tell({ ...fault, fault: 'unknown' }).state.said.seq).toBe(seq + 1)
  })

  it('keeps the summary of each side under its set, also when it comes late', () => {
    const played = new Played().working(true).rep(1).rep(2).rep(3).rep(4)
    played.send({ type: 'summary', key: '0/both/1', summary: summary(4) })
    played.press('stop', 'next', 'next', 'next', 'next')
    expect(played.state.report).toMatchObject({ mode: 'camera', sets: [{ summary: { reps: { total: 4 } } }] })
  })
})

describe('leaving the picture while standing (SS07)', () => {
  it('asks three times, then shows how to get help; an answer brings back a paused session', () => {
    const played = new Played().working(true).rep(1).vanish().pass(5.5)
    expect(played.state.ask).toMatchObject({ kind: 'ok', asked: 1 })
    expect(played.pass(21).state.ask).toMatchObject({ asked: 3, help: false })
    expect(played.pass(40).state.ask).toMatchObject({ help: true })
    expect(played.state.said.line.id).toBe('help')
    played.send({ type: 'ok' })
    expect(played.state).toMatchObject({ ask: null, pause: 'person', bout: { done: 1 } })
  })

  it('does not call for help when the person is in view again, but still waits for the answer', () => {
    const played = new Played().working(true).vanish().pass(5.5).see().pass(90)
    expect(played.state.ask).toMatchObject({ kind: 'ok', help: false })
  })

  it('does not ask a person who sits or lies', () => {
    const sitting = prescribed('sit', { exercise: exercise('sit', { position: 'seated' }) })
    expect(new Played(prescription([sitting])).working(true).vanish().pass(10).state.ask).toBeNull()
  })
})
