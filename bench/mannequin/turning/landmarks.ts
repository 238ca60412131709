/**
 * The turning mannequin as the real pose model sees it: landmarks and known angles of every scene and body, rendered and read once
 * and kept in .cache/mannequin. The name carries a hash of everything that shapes the picture, and the model's.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Frame } from '@dorsal/motion'
import jpeg from 'jpeg-js'
import { buildPoseModels, packageFolder } from '../../../web/scripts/build-pose-model.ts'
import { createPoseInNode } from '../../../web/scripts/pose-model/pose-in-node.ts'
import { CACHE, fingerprint, picturesFrom, SIZE, withPage } from '../render.ts'

export const BODIES = ['middling', 'slight', 'broad'] as const
export const SCENES = [
  'forward',
  'crossed',
  'hanging',
  'sideways',
  'whole',
  'whole-forward',
  'together',
  'bend',
] as const

/** Known angles of one frame, degrees, positive to the own left: trunk on pelvis, side bend, and the whole body. */
export type Truth = { turn: number; bend: number; whole: number }
export type Take = { body: string; scene: string; frames: Frame[]; truth: Truth[] }

const RATE = 10

/** Every scene with every body. `told`: is told what is about to be rendered, because that takes minutes the first time. */
export async function turningTakes(told: (text: string) => void): Promise<Take[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dorsal-pose-'))
  try {
    buildPoseModels(folder)
    const model = join(folder, 'pose_landmarker_full.task')
    const hash = createHash('sha256')
      .update(fingerprint({ SIZE, RATE }, 'turning'))
      .update(readFileSync(model))
      .digest('hex')
    const file = join(CACHE, `turning-${hash.slice(0, 12)}.json`)
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Take[]
    told(
      `rendering ${SCENES.length} scenes with ${BODIES.length} bodies for the real model: some minutes, once`,
    )
    const takes = await render(model)
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(takes))
    renameSync(`${file}.${process.pid}`, file)
    return takes
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function render(model: string): Promise<Take[]> {
  const pose = await createPoseInNode(packageFolder('@mediapipe/tasks-vision'), model)
  try {
    return await withPage('/turning/page.html', async (page) => {
      const takes: Take[] = []
      for (const body of BODIES)
        for (const scene of SCENES) {
          const call = `openScene('${scene}', '${body}', ${RATE}, ${SIZE.width}, ${SIZE.height})`
          const truth = await page.evaluate<Truth[]>(call)
          const pictures = await picturesFrom(page, truth.length)
          const frames = pictures.map((picture, i) => ({
            t: i / RATE,
            ...SIZE,
            ...pose.read(jpeg.decode(picture, { useTArray: true })),
          }))
          takes.push({ body, scene, frames, truth })
        }
      return takes
    })
  } finally {
    pose.close()
  }
}
