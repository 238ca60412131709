import { DailyDone, type DailyOffer, type HurtKind, HURT_KINDS } from '@dorsal/care'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offer } from './offer-fixture.ts'
import { advance, TIMER_CONTROLS, type TimerInput } from './timer-machine.ts'
import { doneOf, isLookDue, newTimer, reopened, type TimerState, totalOf } from './timer-state.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const START = Date.parse('2026-03-04T10:00:00Z')
const MINUTE = 60_000

const STOP_RULES = (['SS01', 'SS02', 'SS05', 'SS06'] as const).map((id) => ({
  id,
  label: id,
  detectedBy: '',
  action: id < 'SS05' ? ('emergency' as const) : ('end-session' as const),
  signOff: { state: 'draft' as const, by: null, at: null },
}))

/** A timer with the two clocks of a device: time passes in ticks, as in the page, or at once, as while it sleeps. */
class Played {
  state: TimerState
  mono = 1000
  wall = START

  constructor(kind: DailyOffer['kind'] = 'walk', more: Partial<DailyOffer> = {}) {
    this.state = newTimer(ID, offer(kind, more))
  }

  send(input: TimerInput): this {
    this.state = advance(this.state, input, { mono: this.mono, wall: this.wall })
    return this
  }

  press(control: (typeof TIMER_CONTROLS)[number]): this {
    return this.send({ type: 'control', control })
  }

  hurt(kind: HurtKind | null, stopRules = STOP_RULES): this {
    return this.press('hurts').send({ type: 'hurt', kind, stopRules })
  }

  begin(): this {
    return this.send({ type: 'confirm', value: true }).send({ type: 'start' })
  }

  /** Ticks, four a second. */
  pass(seconds: number): this {
    for (let tick = 0; tick < seconds * 4; tick += 1) this.skip(0.25)
    return this
  }

  /** One tick after so long: the page was hidden. */
  skip(seconds: number, page = true): this {
    this.wall += seconds * 1000
    if (page) this.mono += seconds * 1000
    return this.send({ type: 'tick' })
  }

  get lines(): string {
    return this.state.said.line.id
  }
}

describe('the time of a timer', () => {
  it('goes by the clock: ticks, a hidden tab and a sleeping device come to the same', () => {
    const ticked = new Played().begin().pass(120)
    const hidden = new Played().begin().skip(119).skip(1)
    const asleep = new Played().begin().skip(120, false)
    for (const { state } of [ticked, hidden, asleep]) expect(state.elapsed).toBeCloseTo(120, 3)
  })

  it('is over when it is over, to the second, however late the page notices', () => {
    const late = new Played().begin().skip(3600, false)
    expect(late.state).toMatchObject({ phase: 'end', ended: 'done' })
    expect(doneOf(late.state)).toMatchObject({
      seconds: 300,
      at: new Date(START + 5 * MINUTE).toISOString(),
    })
    expect(late.send({ type: 'tell' }).state.phase).toBe('told')
  })

  it('goes on over a reload, whose page has a clock of its own', () => {
    const timer = new Played().begin().pass(60)
    timer.state = reopened(JSON.parse(JSON.stringify(timer.state)) as TimerState)
    timer.mono = 7
    timer.skip(90)
    expect(timer.state.elapsed).toBeCloseTo(150, 3)
  })

  it('never runs backwards and is not drawn out by a clock set back', () => {
    const timer = new Played('heat').begin().pass(60)
    timer.wall -= 3_600_000
    timer.skip(60)
    expect(timer.state.elapsed).toBeCloseTo(120, 3)
  })

  it('stands while it is paused or asked about, and pausing loses nothing', () => {
    const timer = new Played().begin().pass(30).press('one').skip(600)
    expect(timer.state.elapsed).toBeCloseTo(30, 3)
    expect(timer.press('one').pass(10).state.elapsed).toBeCloseTo(40, 3)
    expect(timer.press('hurts').skip(600).state.elapsed).toBeCloseTo(40, 3)
    expect(timer.send({ type: 'hurt', kind: null, stopRules: STOP_RULES }).pass(1).state.elapsed).toBeCloseTo(
      41,
      3,
    )
  })
})

describe('heat and cold', () => {
  it('do not begin before the skin is confirmed, and not at all after a no', () => {
    const pack = new Played('heat').send({ type: 'start' })
    expect(pack.state.phase).toBe('before')
    expect(pack.send({ type: 'confirm', value: false }).send({ type: 'start' }).state.phase).toBe('before')
    expect(pack.begin().state.phase).toBe('running')
  })

  it.each(['heat', 'cold'] as const)('%s: no pause and no question stops its time on the skin', (kind) => {
    const pack = new Played(kind).begin().pass(10).press('one').pass(10).press('hurts').skip(30)
    expect(pack.state.elapsed).toBeCloseTo(50, 3)
    expect(pack.state.paused).toBe(false)
    pack.skip(700)
    expect(pack.state.phase).toBe('end')
  })

  it('ask to look at the skin, call again ever more often, and go quiet once it was looked at', () => {
    const pack = new Played('heat').begin().pass(299)
    expect(isLookDue(pack.state)).toBe(false)
    pack.pass(2)
    expect([isLookDue(pack.state), pack.lines, pack.state.sound.kind]).toEqual([true, 'check', 'attention'])
    const calls = () => pack.state.sound.seq
    const first = calls()
    pack.pass(62)
    expect(calls()).toBe(first + 1)
    pack.pass(100)
    expect(calls()).toBeGreaterThan(first + 3)
    pack.press('one')
    expect([isLookDue(pack.state), pack.lines]).toEqual([false, 'part'])
    const after = calls()
    pack.pass(60)
    expect(calls()).toBe(after)
  })

  it('at their end call to take the pack off until somebody answers, for some minutes', () => {
    const pack = new Played('heat').begin().skip(300).press('one').skip(300)
    expect([pack.state.phase, pack.lines]).toEqual(['end', 'take-off'])
    const first = pack.state.sound.seq
    pack.pass(61)
    expect(pack.state.sound.seq).toBe(first + 4)
    pack.pass(600)
    expect(pack.state.sound.seq).toBe(first + 12)
  })

  it('take no length that is not offered', () => {
    const pack = new Played('heat').send({ type: 'length', minutes: 60 })
    expect(pack.state.minutes).toBe(10)
    expect(
      pack.send({ type: 'length', minutes: 20 }).begin().send({ type: 'length', minutes: 10 }).state.minutes,
    ).toBe(20)
  })
})

describe('what is said', () => {
  it('names each part, half time and the end', () => {
    const lines: string[] = []
    const timer = new Played().begin()
    for (let tick = 0; tick < 1220 && timer.state.phase === 'running'; tick += 1) {
      const before = timer.state.said.seq
      timer.skip(0.25)
      const { seq, line } = timer.state.said
      if (seq !== before) lines.push(line.id === 'part' ? `part ${line.index}` : line.id)
    }
    expect(lines).toEqual(['part 1', 'half', 'part 2', 'over'])
  })

  it('paces the breath by words first, then softly, and never asks to hold', () => {
    const timer = new Played('breathing').begin().pass(24.5)
    expect(timer.state.said.line).toEqual({ id: 'breath', way: 'out' })
    timer.pass(6)
    expect(timer.state.said.line).toEqual({ id: 'breath', way: 'in' })
    timer.pass(60)
    expect(timer.state.said.line).toEqual({ id: 'part', index: 1 })
    const { said, sound } = timer.state
    timer.pass(10)
    expect([timer.state.said.seq, timer.state.sound.seq]).toEqual([said.seq, sound.seq + 2])
  })

  it('after a sleep says how it stands, once', () => {
    const timer = new Played().begin()
    const { seq } = timer.state.said
    timer.skip(200, false)
    expect(timer.state.said).toEqual({ seq: seq + 1, line: { id: 'part', index: 1 } })
  })
})

describe('stopping', () => {
  it('by wish keeps what was done and asks only how it is', () => {
    const timer = new Played().begin().pass(45).press('stop')
    expect(doneOf(timer.state)).toMatchObject({ seconds: 45, ended: 'stopped', stop: null, feel: null })
    timer.send({ type: 'feel', feel: 'better' })
    expect(DailyDone.parse(doneOf(timer.state))).toMatchObject({ feel: 'better', minutes: 5 })
  })

  it.each([
    ['sore', null, null],
    ['sharp', 'SS05', 'stop-session'],
    ['dizzy', 'SS06', 'stop-session'],
    ['chest', 'SS01', 'emergency'],
    ['legs', 'SS02', 'emergency'],
  ] as const)('“that hurts”: %s ends it at once by %s with the card %s', (kind, rule, card) => {
    const timer = new Played().begin().pass(20).hurt(kind)
    expect(timer.state.phase).toBe(rule === null ? 'end' : 'told')
    expect(timer.state.card).toBe(card)
    expect(doneOf(timer.state)).toMatchObject({
      ended: 'stopped',
      feel: 'worse',
      stop: rule === null ? null : { rule },
    })
  })

  it.each(['chest', 'legs'] as const)('%s is a danger also where no rules are at hand', (kind) => {
    expect(new Played().begin().hurt(kind, []).state.card).toBe('emergency')
  })
})

it('whatever is pressed: time only rises, never beyond its length, and what is done is one report', () => {
  const input = fc.oneof(
    fc.record({ type: fc.constant('control' as const), control: fc.constantFrom(...TIMER_CONTROLS) }),
    fc.record({
      type: fc.constant('hurt' as const),
      kind: fc.constantFrom(...HURT_KINDS, null),
      stopRules: fc.constant(STOP_RULES),
    }),
    fc.constant({ type: 'looked' as const }),
    fc.constant({ type: 'tick' as const }),
    fc.record({ type: fc.constant('feel' as const), feel: fc.constantFrom('better' as const, null) }),
  )
  const step = fc.tuple(fc.nat(200), fc.boolean(), input)
  fc.assert(
    fc.property(
      fc.constantFrom('walk', 'breathing', 'heat'),
      fc.array(step, { maxLength: 40 }),
      (kind, steps) => {
        const timer = new Played(kind).begin()
        let before = 0
        let lying = 0
        for (const [seconds, page, one] of steps) {
          const running = timer.state.phase === 'running'
          timer.skip(seconds, page).send(one)
          lying += running ? seconds : 0
          expect(timer.state.elapsed).toBeGreaterThanOrEqual(before)
          expect(timer.state.elapsed).toBeLessThanOrEqual(totalOf(timer.state))
          if (kind === 'heat' && timer.state.phase === 'running')
            expect(timer.state.elapsed).toBeCloseTo(Math.min(lying, totalOf(timer.state)), 3)
          before = timer.state.elapsed
          const done = doneOf(timer.state)
          if (timer.state.phase !== 'running') expect(DailyDone.safeParse(done).success).toBe(true)
        }
      },
    ),
    { numRuns: 200 },
  )
})
