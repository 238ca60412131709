import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Entry = { version?: string; optionalDependencies?: Record<string, string> }
type Lockfile = { packages: Record<string, Entry> }

/** Packages that may be left out on some machine and have no entry: `npm ci` refuses such a lockfile everywhere. */
function missing({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !found(packages, place, name)),
  )
}

/** As Node looks it up: beside the package, then further and further out. */
function found(packages: Lockfile['packages'], place: string, name: string): boolean {
  if (packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`]) return true
  if (place === '') return false
  const outer = place.includes('/node_modules/') ? place.slice(0, place.lastIndexOf('/node_modules/')) : ''
  return found(packages, outer, name)
}

it('names every platform package, so that npm ci works on every machine', () => {
  const lockfile = JSON.parse(
    readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
  ) as Lockfile
  expect(missing(lockfile)).toEqual([])
})

it('sees one that is not there', () => {
  const packages = {
    '': {},
    'node_modules/tool': { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-darwin': '1.0.0' } },
    'node_modules/tool-linux': {},
  }
  expect(missing({ packages })).toEqual(['tool-darwin'])
})
