import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PoseLandmarker as Landmarker, PoseLandmarkerResult } from '@mediapipe/tasks-vision'
import { createSoftGl } from '../../src/lib/pose/soft-gl.ts'

export type Pixels = { data: Uint8Array; width: number; height: number }

/** A picture as the runtime knows it from browsers. */
class NodeImageData {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor({ data, width, height }: Pixels) {
    this.data = new Uint8ClampedArray(data)
    this.width = width
    this.height = height
  }
}

/**
 * The few names of a browser's worker that the runtime looks for. Its loader takes the way of a module worker when
 * `importScripts` throws a TypeError, and then calls `self.import`.
 */
function pretendToBeWorker(): void {
  const scope = globalThis as Record<string, unknown>
  scope['self'] ??= globalThis
  scope['ImageData'] ??= NodeImageData
  scope['WebGLRenderingContext'] ??= function NoWebGl() {}
  scope['WebGL2RenderingContext'] ??= function NoWebGl2() {}
  scope['importScripts'] ??= () => {
    throw new TypeError('this is a module')
  }
  scope['import'] ??= async (file: string) => {
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: unknown }
    scope['ModuleFactory'] = module.default
  }
  // The runtime tells of every graph that it starts; what goes wrong it throws as well.
  scope['Module'] ??= { print() {}, printErr() {} }
}

function nodeCanvas(): OffscreenCanvas {
  const gl = createSoftGl((source) => source as NodeImageData)
  const canvas = {
    width: 1,
    height: 1,
    getContext: (kind: string) => (kind === 'webgl2' ? gl : null),
    addEventListener() {},
    removeEventListener() {},
  }
  return canvas as unknown as OffscreenCanvas
}

/** Landmarks of one person, flat, four numbers each; null where nobody was found. */
export type NodePose = { image: number[] | null; world: number[] | null }

export type PoseInNode = { read(picture: Pixels): NodePose; close(): void }

/** The same model and the same runtime as in the browser, in plain Node: for tests and for reading recordings. */
export async function createPoseInNode(runtimeFolder: string, modelFile: string): Promise<PoseInNode> {
  pretendToBeWorker()
  const entry = pathToFileURL(join(runtimeFolder, 'vision_bundle.mjs')).href
  const { PoseLandmarker } = (await import(/* @vite-ignore */ entry)) as { PoseLandmarker: typeof Landmarker }
  const landmarker = await PoseLandmarker.createFromOptions(
    {
      wasmLoaderPath: join(runtimeFolder, 'wasm/vision_wasm_module_internal.js'),
      wasmBinaryPath: join(runtimeFolder, 'wasm/vision_wasm_module_internal.wasm'),
    },
    {
      baseOptions: { modelAssetBuffer: new Uint8Array(readFileSync(modelFile)), delegate: 'CPU' },
      canvas: nodeCanvas(),
      runningMode: 'IMAGE',
      numPoses: 1,
    },
  )
  return {
    read: (picture) => flatten(landmarker.detect(new NodeImageData(picture) as unknown as TexImageSource)),
    close: () => landmarker.close(),
  }
}

type Point = { x: number; y: number; z: number; visibility: number }

function flatten({ landmarks, worldLandmarks }: PoseLandmarkerResult): NodePose {
  const flat = (points: Point[] | undefined) =>
    points ? points.flatMap(({ x, y, z, visibility }) => [x, y, z, visibility]) : null
  return { image: flat(landmarks[0]), world: flat(worldLandmarks[0]) }
}
