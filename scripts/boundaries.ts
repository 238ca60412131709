/**
 * The layer table and what it forbids, as a pure function over file texts. npm puts every package within everybody's reach,
 * so that the compiler alone does not stop an import that the layers forbid.
 */
import path from 'node:path/posix'

export type Manifest = {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  exports?: Record<string, string>
}
export type House = {
  /** Text by path from the root, with `/`. */
  files: Readonly<Record<string, string>>
  /** package.json by workspace; `` is the root's. */
  manifests: Readonly<Record<string, Manifest>>
}

/** Who may import whom. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  motion: [],
  care: ['motion'],
  content: ['motion', 'care'],
  server: ['motion', 'care', 'content'],
  web: ['motion', 'care'],
}

/** Packages that know no clock, no chance, no network and no machine; and the few packages of others that they may use. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  motion: ['zod'],
  care: ['zod', 'temporal-polyfill'],
}

const IMPURE: readonly [RegExp, string][] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)/, 'reads the clock; take `now` as a parameter'],
  [/\bMath\.random\b|\bcrypto\./, 'draws a random value; take it as a parameter'],
  [/\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/, 'talks to the network'],
  [/\bprocess\.|\bconsole\.|\bglobalThis\b/, 'reaches for the machine around it'],
  [/\bset(?:Timeout|Interval)\(|\bperformance\./, 'measures or waits for time'],
]

/** In web: which part of src may import which; `own` is the same feature or portal. */
const WEB: Readonly<Record<string, readonly string[]>> = {
  ui: ['ui', 'lib', 'locales'],
  lib: ['ui', 'lib', 'locales'],
  locales: ['locales'],
  features: ['ui', 'lib', 'locales', 'own'],
  portals: ['ui', 'lib', 'locales', 'features', 'own'],
}

/** Every breach as a sentence that begins with the file. */
export function breaches(house: House): string[] {
  const inFiles = Object.entries(house.files).flatMap(([file, text]) => inFile(file, text, house))
  const inManifests = Object.entries(house.manifests).flatMap(([name, manifest]) =>
    inManifest(name, manifest),
  )
  return [...inFiles, ...inManifests]
}

function inFile(file: string, text: string, house: House): string[] {
  const workspace = file.split('/')[0] ?? ''
  if (!(workspace in LAYERS)) return []
  const code = withoutComments(text)
  const imports = importsOf(code).flatMap((target) => {
    if (target.startsWith('.')) return relativeImport(file, workspace, target)
    if (target.startsWith('@dorsal/')) return houseImport(workspace, target, house)
    return foreignImport(file, workspace, target, house)
  })
  const impure =
    isTest(file) || !(workspace in PURE)
      ? []
      : IMPURE.filter(([pattern]) => pattern.test(code)).map(([, why]) => why)
  return [...imports, ...impure].map((reason) => `${file}: ${reason}`)
}

function relativeImport(file: string, workspace: string, target: string): string[] {
  const to = path.join(path.dirname(file), target)
  if (!to.startsWith(`${workspace}/`)) return [`'${target}' leaves the workspace; import @dorsal/<name>`]
  return workspace === 'web' ? webImport(file, to) : []
}

function webImport(file: string, to: string): string[] {
  const [, , from = '', fromName = ''] = file.split('/')
  const [, src, into = '', intoName = ''] = to.split('/')
  const allowed = WEB[from]
  if (!allowed || src !== 'src' || !(into in WEB)) return []
  const own = into === from && intoName === fromName && allowed.includes('own')
  if (own || allowed.includes(into)) return []
  return [
    `${from}/${fromName} may not import ${into}/${intoName} (ui, lib ← features ← portals, and none its neighbour)`,
  ]
}

function houseImport(workspace: string, target: string, house: House): string[] {
  const [, name = '', deeper] = target.split('/')
  if (deeper !== undefined) return [`'${target}' reaches into a workspace; import @dorsal/${name}`]
  if (name !== workspace && !LAYERS[workspace]?.includes(name)) return [`${workspace} may not import ${name}`]
  return `@dorsal/${name}` in (house.manifests[workspace]?.dependencies ?? {})
    ? []
    : [`'${target}' is not among the dependencies of ${workspace}/package.json`]
}

function foreignImport(file: string, workspace: string, target: string, house: House): string[] {
  const name = target.split('/', target.startsWith('@') ? 2 : 1).join('/')
  const own = house.manifests[workspace] ?? {}
  const tooling = isTest(file) || !file.startsWith(`${workspace}/src/`)
  if (name.startsWith('node:')) {
    return tooling || workspace === 'server' || workspace === 'content'
      ? []
      : [`'${target}': ${workspace} does not know Node`]
  }
  const pure = PURE[workspace]
  if (!tooling && pure && !pure.includes(name))
    return [`'${target}': ${workspace} is pure and uses ${pure.join(', ')} alone`]
  const declared = { ...own.dependencies, ...own.optionalDependencies }
  const forTools = { ...own.devDependencies, ...house.manifests['']?.devDependencies }
  if (name in declared || (tooling && name in forTools) || name === `@types/${workspace}`) return []
  return [`'${target}' is not among the dependencies of ${workspace}/package.json`]
}

function inManifest(name: string, manifest: Manifest): string[] {
  const where = name === '' ? 'package.json' : `${name}/package.json`
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  const loose = Object.entries(all)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([dependency, version]) => `${where}: ${dependency} must have one exact version, not ${version}`)
  const upward = Object.keys(all)
    .filter(
      (dependency) =>
        dependency.startsWith('@dorsal/') && !LAYERS[name]?.includes(dependency.slice('@dorsal/'.length)),
    )
    .map((dependency) => `${where}: ${name || 'the root'} may not depend on ${dependency}`)
  const doors = Object.keys(manifest.exports ?? {}).filter((door) => door !== '.')
  return [...loose, ...upward, ...doors.map((door) => `${where}: one way in only, not ${door}`)]
}

const IMPORTS = [
  /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^[ \t]*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
  /\brequire\(\s*['"]([^'"]+)['"]/g,
]

/** The targets that a text imports; a query such as `?worker` is no part of the target. */
export function importsOf(code: string): string[] {
  return IMPORTS.flatMap((pattern) =>
    [...code.matchAll(pattern)].map((found) => (found[1] ?? '').replace(/\?.*$/, '')),
  )
}

const withoutComments = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?:^|\s)\/\/.*$/gm, '')

const isTest = (file: string) => /\.(?:test|spec)\.tsx?$|(?:^|\/)testing\//.test(file)
