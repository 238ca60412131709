import { type Calibration, type Movement, readCalibration } from '@dorsal/motion'
import * as z from 'zod/mini'
import { keep, readKept } from './store.ts'

/** What this device knows of how its person moves, by what the guided movement showed. Numbers of a body: erased with the record. */
const Kept = z.record(z.string(), z.unknown())

/** Under which name the calibration of a movement is kept: exercises that work with the same signal share it. */
export const calibrationName = ({ count, hold, measure }: Movement): string =>
  count?.signal ?? hold?.signal ?? measure?.signal ?? 'hand'

async function readAll(): Promise<Record<string, unknown>> {
  const kept = Kept.safeParse(await readKept('calibration'))
  return kept.success ? kept.data : {}
}

/** The calibration for a movement from an earlier day, or null: then it is done anew. */
export async function knownCalibration(movement: Movement): Promise<Calibration | null> {
  return readCalibration((await readAll())[calibrationName(movement)])
}

export async function keepCalibration(movement: Movement, calibration: Calibration): Promise<void> {
  await keep('calibration', { ...(await readAll()), [calibrationName(movement)]: calibration })
}

/** Share by which a proportion may differ between two days of one person in front of one camera. */
const ALIKE = 0.15

/**
 * Whether what was learnt belongs to the person who stands there now: by breadth of shoulders and length of arm, in trunk lengths.
 * True where either is not known: nothing speaks against it then.
 */
export function samePerson(known: Calibration, now: Calibration | null): boolean {
  const [a, b] = [known.neutral, now?.neutral ?? null]
  if (a === null || b === null) return true
  return (['shoulderWidth', 'arm'] as const).every((key) => {
    const [before, today] = [a[key], b[key]]
    return before === null || today === null || Math.abs(today - before) <= ALIKE * before
  })
}
