import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Frame, type FramingHelp, type Movement, startTracking, step } from '@dorsal/motion'
import jpeg from 'jpeg-js'
import { MOVEMENTS } from '../../motion/src/testing/movements.ts'
import { film } from '../../motion/src/person/film.ts'
import { normal, random } from '../../motion/src/person/random.ts'
import { buildPoseModels, packageFolder } from '../../web/scripts/build-pose-model.ts'
import { createPoseInNode, type Pixels, type PoseInNode } from '../../web/scripts/pose-model/pose-in-node.ts'
import { brightnessOf } from '../../web/src/lib/pose/light.ts'
import type { Row } from './table.ts'

/** Every sentence said over some frames. */
function said(movement: Movement, frames: readonly Frame[]): FramingHelp[] {
  const state = startTracking(movement)
  return frames.flatMap((frame) =>
    step(state, frame).events.flatMap((event) => (event.type === 'framing' ? [event.framing.help] : [])),
  )
}

/** The same picture with less light: darker by a factor, with the grain of a camera that has turned up its gain. */
function darker({ data, width, height }: Pixels, share: number, noise: () => number): Pixels {
  const dark = data.map((value, i) =>
    i % 4 === 3 ? 255 : Math.max(0, Math.min(255, value * share + noise())),
  )
  return { data: dark, width, height }
}

const FACTORS = [1, 0.7, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.12, 0.1, 0.07, 0.05, 0.03]
const STILLS = ['standing', 'squat'] as const

/**
 * The mannequin in less and less light before the real model: in each light in which the model loses the person, dark must be the
 * reason that is given, and in a well lit room never.
 */
async function darkness(): Promise<Row> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dorsal-dark-'))
  buildPoseModels(folder)
  const pose = await createPoseInNode(
    packageFolder('@mediapipe/tasks-vision'),
    path.join(folder, 'pose_landmarker_full.task'),
  )
  const steps = STILLS.flatMap((still) => lightSteps(pose, still))
  pose.close()
  rmSync(folder, { recursive: true })
  const lost = steps.filter(({ found }) => !found)
  const explained = lost.filter(({ help }) => help === 'too-dark').length
  const lit = steps.filter(({ light }) => light > 0.2)
  const wrong = lit.filter(({ help }) => help === 'too-dark').length
  const brightest = Math.max(0, ...lost.map(({ light }) => light))
  return {
    what: 'framing: rendered person in ever less light, real model',
    anchor: '-',
    reach: 'dark said wherever the model loses the person; never in a lit room',
    ours: `${explained} of ${lost.length} losses explained by the dark (the brightest at ${brightest.toFixed(2)}), said in ${wrong} of ${lit.length} lit pictures`,
  }
}

function lightSteps(pose: PoseInNode, still: string) {
  const file = path.resolve(import.meta.dirname, `../mannequin/frames/${still}.jpg`)
  const decoded = jpeg.decode(readFileSync(file), { useTArray: true })
  const noise = normal(random(5), 4)
  return FACTORS.map((share) => {
    const picture = darker(decoded, share, noise)
    const light = brightnessOf({ data: Uint8ClampedArray.from(picture.data) })
    const { image, world } = pose.read(picture)
    const { width, height } = picture
    const frames = Array.from(
      { length: 40 },
      (_, i): Frame => ({ t: i / 10, width, height, image, world, light }),
    )
    return { light, found: image !== null, help: said(MOVEMENTS.squat, frames).at(-1) }
  })
}

/** Somebody exactly at a limit for a minute, with a camera's noise: how often the help changes. */
function flicker(): Row {
  const limits = [
    ['at the edge', { aside: 0.93 }, {}],
    ['at the furthest', {}, { metres: 5.45 }],
    ['half turned', { yaw: 24 }, {}],
    ['a wrist half hidden', {}, { visibility: { wristL: 0.5 } }],
  ] as const
  let most = { what: '', times: 0 }
  for (const [what, posture, shot] of limits)
    for (const fps of [10, 15, 30, 60]) {
      const frames = film(60, fps, () => posture, { ...shot, noise: normal(random(fps), 0.012) })
      const times = said(MOVEMENTS.abduction, frames).length - 1
      if (times > most.times) most = { what: `${what}, ${fps}/s`, times }
    }
  return {
    what: 'framing: a minute exactly at a limit, noise, 10-60 frames a second',
    anchor: '-',
    reach: 'never flickers',
    ours: `the sentence changes at most ${most.times} times a minute${most.times > 0 ? ` (${most.what})` : ''}`,
  }
}

/** The framing help: darkness and steadiness. Two people and dark rooms in front of the product's own page: see the camera journeys. */
export async function framing(): Promise<Row[]> {
  return [await darkness(), flicker()]
}
