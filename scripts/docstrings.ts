/** Which exported functions and classes of a workspace say nothing about themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './command.ts'

/** An exported function, class, or constant that is a function: the line on which it begins. */
const EXPORTED = /^export (?:async )?(?:function\*?|class) (\w+)|^export const ([a-z]\w*)\b/gm

/** Names exported from this text without a docstring that ends on the line before them. Of overloads the first is enough. */
export function undocumented(text: string): string[] {
  const seen = new Set<string>()
  return [...text.matchAll(EXPORTED)].flatMap(({ 1: worker, 2: constant, index }) => {
    const name = worker ?? constant ?? ''
    if (seen.has(name)) return []
    seen.add(name)
    return /\*\/\s*$/.test(text.slice(0, index)) ? [] : [name]
  })
}

/** The same of all sources of a workspace but its tests and what only they use, as "file: name". */
export const undocumentedIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.ts$/.test(name) && !name.includes('testing'))
    .flatMap((name) =>
      undocumented(readFileSync(path.join(ROOT, folder, name), 'utf8')).map(
        (one) => `${folder}/${name}: ${one}`,
      ),
    )
