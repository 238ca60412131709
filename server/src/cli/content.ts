import { checkClinic, checkOwn, contentStatus, type Fault, saidOf } from '@dorsal/content'
import { resolve } from 'node:path'
import { badInput, type Reply } from './reply.ts'

const USE = 'Use: dorsal content lint [DIR], or dorsal content status [DIR]'

/** What the linter says of some content: its version, or every fault with file and line. */
function verdict(version: string | null, faults: readonly Fault[]): Reply {
  if (version === null || faults.length > 0)
    return badInput(...faults.map(saidOf), `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
  return { code: 0, out: { contentVersion: version, faults: 0 }, messages: [] }
}

/**
 * `content lint [DIR]`: checks a clinic's content folder over the product's own content, as the server does at its start; without a
 * folder the product's content and all of its translations. Faults go to standard error, one a line, and end with code 2.
 * `content status [DIR]`: how many items are reviewed and how many texts translated.
 */
export function contentCommand(args: readonly string[]): Reply {
  const [what, folder, ...more] = args
  if (more.length > 0) return badInput(USE)
  if (what === 'status')
    return { code: 0, out: contentStatus(folder === undefined ? null : resolve(folder)), messages: [] }
  if (what !== 'lint') return badInput(USE)
  if (folder === undefined) {
    const { version, faults } = checkOwn()
    return verdict(version, faults)
  }
  const { content, faults } = checkClinic(resolve(folder))
  return verdict(content?.version ?? null, faults)
}
