import { analyze, type Movement, type Recording, type Signal, signalOf } from '@dorsal/motion'
import { MOVEMENTS } from '../../motion/src/testing/movements.ts'
import { track } from '../../motion/src/testing/track.ts'
import { paired } from './paired.ts'
import { framesOf, has, library, load } from './recordings.ts'
import { type Row, SKIPPED } from './table.ts'

/*
 * Counts and angles on recordings of real people: depth sensor, optical capture, the published landmarks of a video.
 */

/** A movement out and back of one signal, nothing asked of the view: what a movement specification must at least say. */
const cycle = (signal: Signal, direction: 1 | -1, minRange: number): Movement => ({
  template: 'cycle',
  cameraView: 'front',
  needs: ['shoulders', 'hips'],
  count: { signal, views: ['front', 'oblique', 'side', 'back'], direction, minRange },
  measure: null,
  hold: null,
  faults: [],
})

/** The movements of UI-PRMD by the signal that each is named after. */
export const UI_PRMD: Readonly<Record<string, Movement>> = {
  m01: cycle('hip_height_cycle', -1, 0.12),
  m07: cycle('shoulder_abduction', 1, 25),
  m08: cycle('shoulder_flexion', -1, 12),
  // Begins and ends with the forearm turned out: a repetition is the way in and back.
  m09: cycle('shoulder_external_rotation', -1, 25),
  m10: cycle('shoulder_abduction', 1, 25),
}

const truthOf = (one: Recording): number | null =>
  one.kind === 'skeleton' ? (one.record.label?.reps ?? null) : null

/** Counts against the labels: exact, and within one. */
function counts(row: Omit<Row, 'ours'>, file: string, count: (one: Recording) => number): Row {
  if (!has(file)) return { ...row, ours: SKIPPED }
  const off = load(file).flatMap((one) => {
    const truth = truthOf(one)
    return truth === null ? [] : [Math.abs(count(one) - truth)]
  })
  const within = (most: number): number => off.filter((value) => value <= most).length
  return { ...row, ours: `${within(0)} exact, ${within(1)} within one, of ${off.length}` }
}

const exerciseOf = (one: Recording): string => (one.kind === 'skeleton' ? (one.record.exercise ?? '') : '')

/** Repetitions of real people: squats in front of a camera, and the sets and single repetitions of UI-PRMD. */
export function captured(): Row[] {
  const movements = library()
  const asked = {
    anchor: 'crude hysteresis 68 % within one; published 95 %',
    reach: '>= 39 within one, >= 36 exact',
    goal: 'count, real sets',
  } as const
  const [sets, single] = ['ui-prmd-sequences.jsonl.gz', 'ui-prmd-paired.jsonl.gz']
  const byLibrary = (one: Recording): number => analyze(one, movements).reps.total
  return [
    squats(),
    counts(
      { ...asked, what: 'count, 40 UI-PRMD sets of 10, by the movement' },
      sets,
      (one) => analyze(one, UI_PRMD, { exercise: exerciseOf(one) }).reps.total,
    ),
    counts({ ...asked, what: 'count, the same sets, no exercise given' }, sets, byLibrary),
    counts(
      { what: 'count, 160 single repetitions, by the movement', anchor: '-' },
      single,
      (one) => analyze(one, UI_PRMD, { exercise: exerciseOf(one) }).reps.total,
    ),
    counts({ what: 'count, the same single repetitions, no exercise given', anchor: '-' }, single, byLibrary),
    twists(),
    ...golden(),
    ...paired(),
  ]
}

function squats(): Row {
  const what = 'count, real squats from oblique front, 30 s: as squat / no exercise given'
  const file = 'squats-as-seen-by-camera.jsonl.gz'
  if (!has(file)) return { what, anchor: '7 by eye', ours: SKIPPED }
  const { reps, range } = track(MOVEMENTS.squat, framesOf(file)).summary
  const [any] = load(file).map((one) => analyze(one, library()))
  const knee = range === null ? 'withheld' : 'SHOWN'
  return {
    what,
    anchor: '7 by eye',
    ours: `${reps.total} / ${any?.reps.total} as ${any?.exercise}; knee angle ${knee}`,
  }
}

/** Joint angles of optical capture as signals: no label says how many, so the table shows what was counted and on what. */
function twists(): Row {
  const what = 'count, joint-angle signals of optical capture (no labels)'
  if (!has('cmu-twist.jsonl.gz')) return { what, anchor: '-', ours: SKIPPED }
  const told = load('cmu-twist.jsonl.gz').map((one) => {
    const { reps, notes } = analyze(one, {})
    const name = one.kind === 'signal' ? one.record.exercise : ''
    return `${name} ${reps.total} (${/"(.*)"/.exec(notes[0] ?? '')?.[1] ?? 'none'})`
  })
  return { what, anchor: '-', ours: told.join(', ') }
}

type Point = readonly number[]
const to = (a: Point, b: Point): number[] => b.map((value, i) => value - (a[i] ?? 0))
const along = (a: Point, b: Point): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
const between = (u: Point, v: Point): number =>
  (Math.acos(along(u, v) / Math.sqrt(along(u, u) * along(v, v))) * 180) / Math.PI
const middle = (a: Point, b: Point): number[] => a.map((value, i) => (value + (b[i] ?? 0)) / 2)

/** Knee, hip and trunk from the published world landmarks of the squats, frame by frame, against the angles computed here in space. */
function golden(): Row[] {
  const what = 'knee / hip / trunk angle against the published world landmarks, worst frame'
  const row = { what, anchor: '-', reach: '<= 1 deg', goal: 'published landmarks' } as const
  if (!has('blazepose-golden.jsonl.gz')) return [{ ...row, ours: SKIPPED }]
  const one = load('blazepose-golden.jsonl.gz').find(({ id }) => id === 'pose_squats_3d')
  if (one?.kind !== 'skeleton') return [{ ...row, ours: SKIPPED }]
  const { joints, frames } = one.record
  const at = (i: number, joint: string): Point =>
    (frames[i]?.[joints.indexOf(joint)] ?? []).map((value) => value ?? Number.NaN)
  const bend = (i: number, side: string, [a, b, c]: readonly [string, string, string]): number => {
    const [p, q, r] = [at(i, `${side}_${a}`), at(i, `${side}_${b}`), at(i, `${side}_${c}`)]
    return 180 - between(to(q, p), to(q, r))
  }
  const worst = (signal: Signal, of: (i: number) => readonly [number, number]): number =>
    Math.max(
      ...signalOf(one, signal).flatMap(({ value, left, right }, i) => {
        const [l, r] = of(i)
        const off = [(value ?? Number.NaN) - (l + r) / 2]
        if (left !== undefined && right !== undefined)
          off.push((left ?? Number.NaN) - l, (right ?? Number.NaN) - r)
        return off.map((error) => (Number.isFinite(error) ? Math.abs(error) : 180))
      }),
    )
  const joint = (signal: Signal, way: readonly [string, string, string]): number =>
    worst(signal, (i) => [bend(i, 'left', way), bend(i, 'right', way)])
  const trunk = worst('trunk_inclination', (i) => {
    const pair = (part: string): number[] => middle(at(i, `left_${part}`), at(i, `right_${part}`))
    const lean = between(to(pair('hip'), pair('shoulder')), [0, -1, 0])
    return [lean, lean]
  })
  const found = [
    joint('knee_flexion', ['hip', 'knee', 'ankle']),
    joint('hip_flexion', ['shoulder', 'hip', 'knee']),
    trunk,
  ]
  return [{ ...row, ours: `${found.map((value) => value.toFixed(2)).join(' / ')} deg` }]
}
