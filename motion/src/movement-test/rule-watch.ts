import { errorIn, type Look, readingIn } from './look.ts'
import type { TestRule } from './protocol.ts'
import { GAPS } from '../repetition/gaps.ts'

/** Share of a signal's expected error by which a rule must be exceeded before it counts as broken. */
const MARGIN = 0.5

type Watched = { rule: TestRule; since: number; brokenAt: number; last: number; judged: boolean }

/** Watches the rules of a test from frame to frame. What cannot be read breaks nothing. */
export class RuleWatch {
  private readonly watched: Watched[]

  constructor(rules: readonly TestRule[]) {
    this.watched = rules.map((rule) => ({
      rule,
      since: Number.NaN,
      brokenAt: Number.NEGATIVE_INFINITY,
      last: Number.NaN,
      judged: false,
    }))
  }

  /** Takes one frame in. */
  next(look: Look): void {
    for (const one of this.watched) watch(one, look)
  }

  /** The first rule, in their order, that was broken at `from` seconds or later; null when none was. */
  brokenSince(from: number): string | null {
    return this.watched.find((one) => one.brokenAt >= from)?.rule.id ?? null
  }

  /** The rules that no frame so far let judge. */
  get unjudged(): string[] {
    return this.watched.filter((one) => !one.judged).map((one) => one.rule.id)
  }
}

function watch(one: Watched, look: Look): void {
  const { rule } = one
  const seen = look.view !== null && rule.views.includes(look.view)
  const reading = seen ? readingIn(look, rule.signal) : null
  if (reading === null || look.t - one.last > GAPS.fault) one.since = Number.NaN
  if (reading === null) return
  one.last = look.t
  one.judged = true
  const over = EXCESS[rule.when](reading.value, rule.threshold)
  if (!(over > MARGIN * errorIn(look, rule.signal, reading))) {
    one.since = Number.NaN
    return
  }
  if (Number.isNaN(one.since)) one.since = look.t
  if (look.t - one.since >= rule.seconds) one.brokenAt = look.t
}

const EXCESS: Readonly<Record<TestRule['when'], (value: number, threshold: number) => number>> = {
  above: (value, threshold) => value - threshold,
  below: (value, threshold) => threshold - value,
  aboveAbs: (value, threshold) => Math.abs(value) - threshold,
}
