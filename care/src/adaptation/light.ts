import type { Programme } from '../plan/programme.ts'
import type { SessionReport, SetReport } from '../session/session.ts'
import type { Light } from './adaptation.ts'

export type Limits = Pick<Programme['trafficLight'], 'greenUpTo' | 'amberUpTo' | 'redRise'>

/** Above this starting pain the change is judged instead of the number; at or above `NEVER` nothing is green or amber. */
const JUDGE_CHANGE_ABOVE = 3
const NEVER = 8

/**
 * The traffic light of pain during exercise. `start`, `peak`: 0..10; null peak means that nobody asked, which is amber:
 * not known is never a reason for more. Null start: the number itself is judged. Source: pain-monitoring idea of Thomee and Silbernagel, limits in content.
 */
export function lightOf(start: number | null, peak: number | null, limits: Limits): Light {
  if (peak === null) return 'amber'
  const rise = start === null ? 0 : peak - start
  if (peak >= NEVER || rise >= limits.redRise) return 'red'
  if (start !== null && start > JUDGE_CHANGE_ABOVE) return rise <= 1 ? 'green' : 'amber'
  if (peak > limits.amberUpTo) return 'red'
  return peak > limits.greenUpTo ? 'amber' : 'green'
}

/** The highest pain that was given for these sets, or after the session when none was; null when never asked. */
export function peakOf(sets: readonly SetReport[], painAfter: number | null): number | null {
  const given = sets.map((set) => set.pain).filter((pain) => pain !== null)
  return given.length > 0 ? Math.max(...given) : painAfter
}

const RANK: Readonly<Record<Light, number>> = { green: 0, amber: 1, red: 2 }

/** The worse of two lights. */
export function worse(a: Light, b: Light): Light {
  return RANK[a] >= RANK[b] ? a : b
}

/** What the next day said about the session before: much worse is red, a little worse amber. */
export function nextDayLight(sinceLast: SessionReport['before']['sinceLast']): Light {
  if (sinceLast === 'much-worse') return 'red'
  return sinceLast === 'a-little-worse' ? 'amber' : 'green'
}

/** The light of a whole session: its worst item, and pain afterwards against pain before. */
export function sessionLight(report: SessionReport, limits: Limits): Light {
  const during = lightOf(report.before.pain, peakOf(report.sets, report.painAfter), limits)
  if (report.painAfter === null) return during
  return worse(during, lightOf(report.before.pain, report.painAfter, limits))
}
