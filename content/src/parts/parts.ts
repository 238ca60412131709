import { type Entry, readEntries } from './entries.ts'
import type { Fault } from './fault.ts'
import { KINDS } from './kinds.ts'

/** A content folder as it was read: the entries of each kind, and what could not be read. */
export type Parts = { entries: Map<string, Entry[]>; faults: Fault[] }

/** Reads every kind of a content folder. Nothing is checked against a schema yet. */
export function readParts(root: string): Parts {
  const faults: Fault[] = []
  const entries = new Map(KINDS.map((kind) => [kind, readEntries(root, kind, faults)]))
  return { entries, faults }
}
