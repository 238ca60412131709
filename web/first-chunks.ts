import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** What every page is made with. In one file: a phone far away fetches six at a time, and waits for each. */
const LIBRARIES =
  /\/node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|@tanstack|@lingui|@messageformat|moo|zod|idb)\//

/** Our own modules that a module imports at once, and theirs. Types are none. */
function importedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!/\.tsx?$/.test(file)) return seen
  for (const [, kind, target] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)(?: (type))?\s(?:[^'"();]*\sfrom\s)?['"](\.[^'"]+)['"]/gm,
  ))
    if (kind === undefined && target !== undefined) importedBy(resolve(dirname(file), target), seen)
  return seen
}

type Group = { name: string; test: RegExp | ((id: string) => boolean); priority: number }

/** The groups of the build: the libraries, and what the first page has of `ui` and `lib`. Everything else is as small as it can be. */
export function firstChunks(root: string): Group[] {
  const shared = [...importedBy(resolve(root, 'src/main.tsx'))].filter((file) =>
    /\/src\/(?:ui|lib)\//.test(file),
  )
  const own = new Set(shared)
  const rowsOf = (...files: string[]) => {
    const asked = new Set(files.flatMap((file) => [...importedBy(resolve(root, '../care/src', file))]))
    return (id: string) => asked.has(id.replace(/\?.*$/, ''))
  }
  return [
    // What fetches the rest stands alone: the page begins with it, and waits for nothing else.
    { name: 'fetching', test: /vite\/preload-helper/, priority: 3 },
    { name: 'libraries', test: LIBRARIES, priority: 2 },
    { name: 'base', priority: 1, test: (id) => own.has(id.replace(/\?.*$/, '')) },
    // The rows of the API, which would be twenty pieces of one kilobyte each: what helpers ask too, and what only people and the clinic do.
    { name: 'open-rows', priority: 1, test: rowsOf('contract/public-rows.ts', 'sharing/sharing-rows.ts') },
    { name: 'rows', priority: 0, test: rowsOf('contract/person-rows.ts') },
  ]
}
