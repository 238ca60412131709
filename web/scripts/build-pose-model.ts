/**
 * Puts the pose models together from the Apache-2.0 files of `@mediapipe/pose`, so that nothing is downloaded at run
 * time. Same input, same output; does nothing when the models are there already. `node web/scripts/build-pose-model.ts`
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { poseBundle, readDetector, readLandmarkModel, VARIANTS, type Variant } from './pose-model/bundle.ts'

/** Later versions send telemetry, earlier ones do not load in a module worker. */
export const RUNTIME_VERSION = '0.10.35'
export const MODEL_FOLDER = resolve(import.meta.dirname, '../src/lib/pose/models')

const requireHere = createRequire(import.meta.url)
export const packageFolder = (name: string): string => dirname(requireHere.resolve(name))

/** The version of the pose runtime that is really installed; throws a plain sentence when it is another. */
export function checkRuntimeVersion(folder: string = packageFolder('@mediapipe/tasks-vision')): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  if (version === RUNTIME_VERSION) return version
  throw new Error(
    `@mediapipe/tasks-vision is ${version}, but Dorsal needs exactly ${RUNTIME_VERSION}: ` +
      'later versions send telemetry and earlier ones do not load in a worker. Run "npm ci" to get the pinned one.',
  )
}

const fileOf = (folder: string, variant: Variant): string => join(folder, `pose_landmarker_${variant}.task`)

/** Changes when the input or the way of building changes. */
function recipeOf(source: string): string {
  const hash = createHash('sha256').update(readDetector(source))
  for (const variant of VARIANTS) hash.update(readLandmarkModel(source, variant))
  for (const part of ['bundle', 'flatbuffer', 'stored-zip', 'tflite']) {
    hash.update(readFileSync(join(import.meta.dirname, 'pose-model', `${part}.ts`)))
  }
  return hash.digest('hex')
}

type Manifest = { recipe: string; sizes: Record<string, number> }

function isUpToDate(folder: string, recipe: string): boolean {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) return false
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    return (
      manifest.recipe === recipe &&
      VARIANTS.every((variant) => statSync(fileOf(folder, variant)).size === manifest.sizes[variant])
    )
  } catch {
    return false
  }
}

/** By rename, so that a build beside this one never sees half a file. */
function writeWhole(file: string, data: Uint8Array | string): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, data)
  renameSync(draft, file)
}

/** Builds both models into `folder`; says whether there was anything to do. */
export function buildPoseModels(folder: string = MODEL_FOLDER): 'built' | 'up to date' {
  const source = packageFolder('@mediapipe/pose')
  const recipe = recipeOf(source)
  if (isUpToDate(folder, recipe)) return 'up to date'
  mkdirSync(folder, { recursive: true })
  const sizes: Record<string, number> = {}
  for (const variant of VARIANTS) {
    const bundle = poseBundle(source, variant)
    writeWhole(fileOf(folder, variant), bundle)
    sizes[variant] = bundle.length
  }
  writeWhole(join(folder, 'manifest.json'), JSON.stringify({ recipe, sizes } satisfies Manifest))
  return 'built'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    checkRuntimeVersion()
    process.stdout.write(`pose models: ${buildPoseModels()}\n`)
  } catch (error) {
    process.stderr.write(`pose models: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
