import type { Figure, Posture } from './figure.ts'
import { addPostures, blend, minimumJerk, mirrorPosture, postureAt, shareOf } from './posture.ts'
import { random } from './random.ts'

/** Seconds of one repetition: out, held, back, and still before the next. */
export type Tempo = { out: number; hold: number; back: number; rest: number }

/**
 * What somebody does in front of the camera.
 *
 * - `sides`: one-sided and alternating exercises are written for the own left.
 * - `range`: share of the figure's way to its end that a full repetition goes; `partial`: which repetitions (from 0) go only half.
 * - `variation`: by how much tempo and range differ from one repetition to the next, as a share (0.1: a tenth to either side).
 * - `fault`: what is added to the posture at the end of the range, and as much of it on the way as the way is gone.
 * - `lead`, `tail`: seconds of stillness before and after.
 */
export type Play = {
  figure: Figure
  reps: number
  sides: 'left' | 'right' | 'alternating'
  tempo: Tempo
  range: number
  partial: readonly number[]
  variation: number
  fault: Posture | null
  lead: number
  tail: number
  seed: number
}

/** One repetition as it truly was, seconds. */
export type TrueRepetition = {
  side: 'left' | 'right'
  start: number
  peak: number
  end: number
  hold: number
  range: number
  partial: boolean
}

/** A play written out: how long it lasts, what it holds, and the posture at each moment (before the person's own unrest). */
export type Script = {
  seconds: number
  repetitions: readonly TrueRepetition[]
  postureAt: (t: number) => Posture
}

export const CALM: Tempo = { out: 1.4, hold: 0.5, back: 1.4, rest: 0.5 }

/** A usual set of a figure: six calm repetitions, to the left. */
export const playOf = (figure: Figure, over: Partial<Play> = {}): Play => ({
  figure,
  reps: 6,
  sides: 'left',
  tempo: CALM,
  range: 1,
  partial: [],
  variation: 0.08,
  fault: null,
  lead: 2,
  tail: 1,
  seed: 1,
  ...over,
})

type Timed = TrueRepetition & { from: number; outEnds: number; holdEnds: number }

/** Writes a play out: the same play always gives the same script. */
export function scriptOf(play: Play): Script {
  const { figure, tempo, variation, lead, tail, fault } = play
  const next = random(play.seed)
  const vary = (seconds: number): number => seconds * (1 + variation * (2 * next() - 1))
  const timed: Timed[] = []
  let t = lead
  for (let i = 0; i < play.reps; i++) {
    const side = play.sides === 'alternating' ? (i % 2 === 0 ? 'left' : 'right') : play.sides
    const partial = play.partial.includes(i)
    const range = play.range * (partial ? 0.5 : 1 - variation * next())
    const outEnds = t + vary(tempo.out)
    const holdEnds = outEnds + vary(tempo.hold)
    const end = holdEnds + vary(tempo.back)
    const from = timed.at(-1)?.end ?? 0
    timed.push({
      side,
      partial,
      range,
      start: t,
      peak: (outEnds + holdEnds) / 2,
      end,
      hold: holdEnds - outEnds,
      from,
      outEnds,
      holdEnds,
    })
    t = end + vary(tempo.rest)
  }
  const seconds = (timed.at(-1)?.end ?? lead) + tail
  const sided = (side: 'left' | 'right', posture: Posture): Posture =>
    side === 'left' ? posture : mirrorPosture(posture)
  const at = (rep: Timed, now: number): number => {
    if (now <= rep.start || now >= rep.end) return 0
    if (now < rep.outEnds) return rep.range * minimumJerk((now - rep.start) / (rep.outEnds - rep.start))
    if (now < rep.holdEnds) return rep.range
    return rep.range * minimumJerk((rep.end - now) / (rep.end - rep.holdEnds))
  }
  return {
    seconds,
    repetitions: timed,
    postureAt(now) {
      const i = timed.findIndex((rep) => now < rep.end)
      const rep = timed[i === -1 ? timed.length - 1 : i]
      if (rep === undefined) return figure.start
      const before = timed[i - 1]
      if (now < rep.start && before !== undefined && before.side !== rep.side) {
        // Changing sides: from the start of the one over to that of the other.
        const share = minimumJerk((now - before.end) / (rep.start - before.end))
        return blend(sided(before.side, figure.start), sided(rep.side, figure.start), share)
      }
      const out = at(rep, now)
      const posture = postureAt(figure, out)
      const whole = fault === null ? posture : addPostures(posture, shareOf(fault, out / play.range))
      return sided(rep.side, whole)
    },
  }
}
