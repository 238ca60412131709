/** `npm run boundaries`: reads the workspaces and prints every breach of the layer table. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { breaches, type House, LAYERS, type Manifest } from './boundaries.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SKIPPED = new Set(['node_modules', 'dist', 'output', '.cache'])

/** The house as it lies on disk. */
export function readHouse(root = ROOT): House {
  const workspaces = Object.keys(LAYERS)
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
  const files = workspaces.flatMap((workspace) =>
    readdirSync(path.join(root, workspace), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.[mc]?[jt]sx?$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .filter((file) => !file.split('/').some((step) => SKIPPED.has(step))),
  )
  return {
    files: Object.fromEntries(files.map((file) => [file, read(file)])),
    manifests: Object.fromEntries(
      ['', ...workspaces].map((name) => [
        name,
        JSON.parse(read(path.join(name, 'package.json'))) as Manifest,
      ]),
    ),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const house = readHouse()
  const found = breaches(house)
  for (const breach of found) console.error(breach)
  console.log(`${Object.keys(house.files).length} files, ${found.length} breaches of the layers`)
  process.exitCode = found.length === 0 ? 0 : 1
}
