/** What must be known to open the built-in database again: its secrets. Readable by its owner alone, written whole. */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

export type State = {
  /** Passwords of the superuser, of the role that owns and migrates, and of the role that the application signs in with. */
  passwords: { postgres: string; dorsal_owner: string; dorsal_app: string }
  /** True once database and roles are there. */
  ready: boolean
}

const secret = () => randomBytes(24).toString('base64url')

export function newState(): State {
  return { passwords: { postgres: secret(), dorsal_owner: secret(), dorsal_app: secret() }, ready: false }
}

export function readState(home: string): State | null {
  const file = path.join(home, 'state.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : null
}

/** Written beside and renamed, so that a kill in between leaves the old state or the new one. */
export function writeState(home: string, state: State): void {
  const file = path.join(home, 'state.json')
  const half = `${file}.new`
  const handle = openSync(half, 'w', 0o600)
  writeSync(handle, JSON.stringify(state))
  fsyncSync(handle)
  closeSync(handle)
  renameSync(half, file)
}
