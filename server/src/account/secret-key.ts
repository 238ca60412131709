import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'

const BYTES = 32

/** A key as it is written down: 32 bytes in base64 or base64url. Null where it is not one. */
export function keyFrom(text: string): Buffer | null {
  const key = Buffer.from(text.trim(), 'base64url')
  return /^[\w+/-]{43}=?$/.test(text.trim()) && key.length === BYTES && new Set(key).size > 8 ? key : null
}

/**
 * The installation's own key: the one of the settings, else the one kept beside the data, made at the first start. Two processes that
 * start at once agree on one: the file appears whole or not at all, and the second to come takes the first one's.
 */
export function secretKey(config: Pick<Config, 'secretKey' | 'dataDir'>): Buffer {
  if (config.secretKey !== null) return config.secretKey
  const file = join(config.dataDir, 'secret.key')
  const found = read(file)
  if (found !== null) return found
  mkdirSync(config.dataDir, { recursive: true })
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(mine, 0o600)
  try {
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine, { force: true })
  }
  const made = read(file)
  if (made === null) throw new Error(`The key in ${file} cannot be read.`)
  return made
}

/** A damaged key is never replaced: what it sealed would be lost without a word. */
function read(file: string): Buffer | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const key = keyFrom(text)
  if (key === null)
    throw new Error(`${file} holds no key. Put back the file from your backup, or set SECRET_KEY.`)
  return key
}
