import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import type { Shell } from './src/lib/offline/shell.ts'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } }

/** Only the camera's, and large: see `src/lib/pose/assets.ts`. */
const CAMERA = /\.(?:task|wasm)$|\/vision_wasm_[^/]*\.js$/

const isChunk = (file: Bundle[string] | undefined): file is Chunk => file?.type === 'chunk'

/** A chunk and all that it may ever import. */
function reachable(bundle: Bundle, from: string, seen = new Set<string>()): Set<string> {
  const chunk = bundle[from]
  if (!isChunk(chunk) || seen.has(from)) return seen
  seen.add(from)
  for (const css of chunk.viteMetadata?.importedCss ?? []) seen.add(css)
  for (const next of [...chunk.imports, ...chunk.dynamicImports]) reachable(bundle, next, seen)
  return seen
}

function entryOf(bundle: Bundle, portal: string): string {
  const found = Object.values(bundle).find((file) => isChunk(file) && file.isEntry && file.name === portal)
  if (found === undefined) throw new Error(`the build has no entry "${portal}"`)
  return found.fileName
}

const listed = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name))
    .sort()

/** What the patient's pages of this build consist of. Files of other people's pages alone are none of theirs. */
export function shellOf(bundle: Bundle, publicFolder: string): Shell {
  const entry = entryOf(bundle, 'patient')
  const own = reachable(bundle, entry)
  const foreign = new Set(
    ['clinician', 'helper'].flatMap((portal) => [...reachable(bundle, entryOf(bundle, portal))]),
  )
  const names = Object.keys(bundle)
    .filter((name) => name.startsWith('assets/') && (own.has(name) || !foreign.has(name)))
    .sort()
  const open = listed(publicFolder)
  const hash = createHash('sha256').update(names.join())
  for (const file of open) hash.update(file.slice(publicFolder.length)).update(readFileSync(file))
  const page = bundle['index.html']
  if (page?.type === 'asset') hash.update(page.source)
  return {
    version: hash.digest('hex').slice(0, 12),
    entry: `/${entry}`,
    files: [
      ...names.filter((name) => !CAMERA.test(name)).map((name) => `/${name}`),
      ...open.map((file) => file.slice(publicFolder.length)),
    ],
    camera: names.filter((name) => CAMERA.test(name)).map((name) => `/${name}`),
  }
}

/** What the camera's files take on a device. */
function cameraBytes(): number {
  const models = resolve(import.meta.dirname, 'src/lib/pose/models')
  const runtime = dirname(createRequire(import.meta.url).resolve('@mediapipe/tasks-vision'))
  const files = [
    ...listed(models).filter((file) => file.endsWith('.task')),
    ...['js', 'wasm'].map((end) => join(runtime, 'wasm', `vision_wasm_module_internal.${end}`)),
  ]
  return files.reduce((sum, file) => sum + statSync(file).size, 0)
}

/** Builds the service worker last, with the list of everything that was built before it: one classic script at `/sw.js`. */
export function offlineWorker(): Plugin {
  const here = import.meta.dirname
  return {
    name: 'dorsal-offline-worker',
    apply: 'build',
    enforce: 'post',
    config: () => ({ define: { __CAMERA_BYTES__: JSON.stringify(cameraBytes()) } }),
    async generateBundle(_options, bundle) {
      const shell = shellOf(bundle, resolve(here, 'public'))
      const built = await build({
        configFile: false,
        root: here,
        logLevel: 'silent',
        publicDir: false,
        define: { __SHELL__: JSON.stringify(shell) },
        build: {
          write: false,
          target: 'es2022',
          lib: {
            entry: resolve(here, 'src/lib/offline/worker.ts'),
            formats: ['iife'],
            name: 'sw',
            fileName: () => 'sw.js',
          },
        },
      })
      const [output] = Array.isArray(built) ? built : [built]
      const code = output !== undefined && 'output' in output ? output.output[0].code : ''
      if (code === '') throw new Error('the service worker could not be built')
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: code })
    },
  }
}
