import { createHash } from 'node:crypto'

/**
 * The version of content is the hash of what is in it: a decision that names it can be replayed against exactly that. Reading content by
 * its schemas puts the keys in one order, so the order in which a file was written does not matter.
 */
export function versionOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}
