import type { Dosage } from '@dorsal/care'

/** Seconds of one repetition: out, stay, back. */
export type Tempo = { out: number; stay: number; back: number }

export type TempoPart = 'out' | 'stay' | 'back'

/** Calm enough to follow in pain; content says otherwise where it matters. */
const DEFAULT: Tempo = { out: 2, stay: 0, back: 2 }

/** `3-1-3` as seconds; a prescribed hold is the stay. An unreadable tempo counts as none. */
export function tempoOf(dosage: Pick<Dosage, 'tempo' | 'holdSeconds'>): Tempo {
  const parts = dosage.tempo?.split('-').map(Number) ?? []
  const [out, stay, back] = parts
  const readable = parts.length === 3 && parts.every((n) => Number.isFinite(n) && n >= 0 && n <= 60)
  const base =
    readable && out !== undefined && stay !== undefined && back !== undefined && out + back > 0
      ? { out, stay, back }
      : DEFAULT
  return { ...base, stay: Math.max(base.stay, dosage.holdSeconds) }
}

const NONE: Pick<Dosage, 'tempo' | 'holdSeconds'> = { tempo: null, holdSeconds: 0 }

/** The dosage of the first phase that has one: how an exercise is shown to somebody who has no plan for it. */
export const firstDosage = (
  phases: Readonly<Record<'early' | 'middle' | 'late', Dosage | null>>,
): Pick<Dosage, 'tempo' | 'holdSeconds'> => phases.early ?? phases.middle ?? phases.late ?? NONE

export function secondsOf(tempo: Tempo): number {
  return tempo.out + tempo.stay + tempo.back
}

/** Which part of a repetition `seconds` falls into, how far through it (0..1) and what is left of it in seconds. */
export function partAt(tempo: Tempo, seconds: number): { part: TempoPart; share: number; left: number } {
  const parts: [TempoPart, number][] = [
    ['out', tempo.out],
    ['stay', tempo.stay],
    ['back', tempo.back],
  ]
  let start = 0
  for (const [part, length] of parts) {
    if (length > 0 && seconds < start + length)
      return { part, share: (seconds - start) / length, left: start + length - seconds }
    start += length
  }
  return { part: 'back', share: 1, left: 0 }
}
