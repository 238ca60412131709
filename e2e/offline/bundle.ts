/** Bundles a script for a page under test out of the product's own sources. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const WEB = path.join(HERE, '../../web')

type Built = { output: [{ code: string }] } | { output: [{ code: string }] }[]
type Vite = { build: (config: object) => Promise<Built> }

/** One classic script of `file`, a module beside this one. Vite is the pages' own: it is found from their folder. */
export async function bundled(file: string): Promise<string> {
  const vite = createRequire(path.join(WEB, 'package.json')).resolve('vite')
  const { build } = (await import(vite)) as Vite
  const entry = path.join(HERE, file)
  const built = await build({
    configFile: false,
    root: WEB,
    logLevel: 'silent',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry, formats: ['iife'], name: 'underTest', fileName: () => 'under-test.js' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const code = output?.output[0].code ?? ''
  if (code === '') throw new Error(`${file} could not be bundled`)
  return code
}
