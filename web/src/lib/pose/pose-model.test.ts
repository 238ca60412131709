import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { LANDMARKS, type Landmark } from '@dorsal/motion'
import jpeg from 'jpeg-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPoseModels, checkRuntimeVersion, packageFolder } from '../../../scripts/build-pose-model.ts'
import { readDetector, readLandmarkModel } from '../../../scripts/pose-model/bundle.ts'
import { createPoseInNode, type NodePose, type PoseInNode } from '../../../scripts/pose-model/pose-in-node.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dorsal-pose-'))
  buildPoseModels(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const bundle = (variant: string): Buffer => readFileSync(join(folder, `pose_landmarker_${variant}.task`))
const hash = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** The entries of a zip without compression: name, where the data begins, how long it is. */
function entries(zip: Buffer): { name: string; at: number; size: number }[] {
  const found = []
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const nameLength = zip.readUInt16LE(at + 26)
    const start = at + 30 + nameLength + zip.readUInt16LE(at + 28)
    const size = zip.readUInt32LE(at + 18)
    found.push({ name: zip.toString('utf8', at + 30, at + 30 + nameLength), at: start, size })
    at = start + size
  }
  return found
}

describe('the pose model bundles', () => {
  it('hold both networks, stored whole and aligned', () => {
    const files = entries(bundle('lite'))
    expect(files.map(({ name }) => name)).toEqual(['pose_detector.tflite', 'pose_landmarks_detector.tflite'])
    expect(files.map(({ at }) => at % 16)).toEqual([0, 0])
  })

  it('carry the published weights untouched, with metadata before them', () => {
    const source = packageFolder('@mediapipe/pose')
    const zip = bundle('full')
    const [detector, landmarks] = entries(zip).map(({ at, size }) => zip.subarray(at, at + size))
    for (const [built, published] of [
      [detector, readDetector(source)],
      [landmarks, readLandmarkModel(source, 'full')],
    ] as const) {
      expect(built?.toString('latin1', 4, 8)).toBe('TFL3')
      expect(built?.includes('TFLITE_METADATA')).toBe(true)
      expect(built?.subarray(-published.length).equals(published)).toBe(true)
    }
  })

  it('come out the same each time, and are left alone when they are up to date', () => {
    const again = mkdtempSync(join(tmpdir(), 'dorsal-pose-'))
    expect(buildPoseModels(again)).toBe('built')
    expect(hash(readFileSync(join(again, 'pose_landmarker_lite.task')))).toBe(hash(bundle('lite')))
    const { mtimeMs } = statSync(join(again, 'pose_landmarker_lite.task'))
    expect(buildPoseModels(again)).toBe('up to date')
    expect(statSync(join(again, 'pose_landmarker_lite.task')).mtimeMs).toBe(mtimeMs)
    writeFileSync(join(again, 'pose_landmarker_lite.task'), 'half a file')
    expect(buildPoseModels(again)).toBe('built')
    rmSync(again, { recursive: true })
  })

  it('refuse any other version of the runtime, with the reason', () => {
    expect(checkRuntimeVersion()).toBe('0.10.35')
    writeFileSync(join(folder, 'package.json'), '{"version":"1.1.0"}')
    expect(() => checkRuntimeVersion(folder)).toThrow(/is 1\.1\.0.*exactly 0\.10\.35.*telemetry/)
  })
})

describe.each(['lite', 'full'])('the real model (%s) on frames of the mannequin', (variant) => {
  let pose: PoseInNode
  beforeAll(async () => {
    pose = await createPoseInNode(
      packageFolder('@mediapipe/tasks-vision'),
      join(folder, `pose_landmarker_${variant}.task`),
    )
  })
  afterAll(() => pose.close())

  const read = (frame: string): NodePose => {
    const file = resolve(import.meta.dirname, '../../../../bench/mannequin/frames', `${frame}.jpg`)
    return pose.read(jpeg.decode(readFileSync(file), { useTArray: true }))
  }

  it('finds nobody in an empty room', () => {
    expect(read('empty-room')).toEqual({ image: null, world: null })
  })

  it('reads the knee of the standing and of the squatting mannequin', () => {
    // Seen from its left side. It stands with 2 and squats with 97 degrees of knee bend.
    expect(kneeBend(read('standing'))).toBeLessThan(12)
    expect(Math.abs(kneeBend(read('squat')) - 97)).toBeLessThan(12)
  })
})

function kneeBend({ image }: NodePose): number {
  const [hip, knee, ankle] = (['hipL', 'kneeL', 'ankleL'] as const).map((name) => at(image, name))
  if (!hip || !knee || !ankle) throw new Error('nobody was found')
  const thigh = Math.atan2(hip.y - knee.y, hip.x - knee.x)
  const shank = Math.atan2(ankle.y - knee.y, ankle.x - knee.x)
  const between = Math.abs(((thigh - shank) * 180) / Math.PI) % 360
  return 180 - Math.min(between, 360 - between)
}

function at(image: number[] | null, name: Landmark) {
  const start = LANDMARKS.indexOf(name) * 4
  return image ? { x: (image[start] ?? 0) * 640, y: (image[start + 1] ?? 0) * 480 } : null
}
