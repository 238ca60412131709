import { describe, expect, it } from 'vitest'
import { breaches, importsOf, type Manifest } from './boundaries.ts'
import { readHouse } from './check-boundaries.ts'

const manifests: Record<string, Manifest> = {
  '': { devDependencies: { vitest: '5.1.1' } },
  motion: { dependencies: { zod: '4.6.7' } },
  care: { dependencies: { '@dorsal/motion': '0.1.0', zod: '4.6.7' } },
  content: { dependencies: { '@dorsal/motion': '0.1.0', '@dorsal/care': '0.1.0' } },
  server: { dependencies: { '@dorsal/care': '0.1.0', fastify: '5.12.8' } },
  web: { dependencies: { '@dorsal/care': '0.1.0', react: '19.3.1' }, devDependencies: { vite: '8.3.8' } },
}
const found = (file: string, text: string) => breaches({ files: { [file]: text }, manifests })

describe('what the layers allow', () => {
  it.each([
    ['care/src/triage/triage.ts', `import { step } from '@dorsal/motion'\nimport * as z from 'zod/mini'`],
    ['care/src/triage/triage.test.ts', `import { expect } from 'vitest'\nconst t = Date.now()`],
    [
      'care/src/a.ts',
      `/** Never Date.now(). */\n// import x from '@dorsal/server'\nexport const at = (now: number) => new Date(now)`,
    ],
    ['server/src/app.ts', `import fastify from 'fastify'\nimport { join } from 'node:path'`],
    [
      'web/src/portals/patient/app.tsx',
      `import { A } from '../../features/intake/intake.tsx'\nimport { B } from './b.tsx'`,
    ],
    [
      'web/src/features/intake/intake.tsx',
      `import { A } from '../../ui/button.tsx'\nimport { B } from './map.tsx'`,
    ],
    ['web/vite.config.ts', `import { defineConfig } from 'vite'\nimport { resolve } from 'node:path'`],
    ['web/src/main.tsx', `import './portals/patient/main.tsx'`],
    ['scripts/anything.ts', `import { x } from '../server/src/config.ts'`],
  ])('%s', (file, text) => expect(found(file, text)).toEqual([]))

  it('this house', () => expect(breaches(readHouse())).toEqual([]))
})

describe('what the layers forbid', () => {
  it.each([
    ['motion/src/a.ts', `import { x } from '@dorsal/care'`, /motion may not import care/],
    ['care/src/a.ts', `export * from '@dorsal/server'`, /care may not import server/],
    ['web/src/lib/a.ts', `import { x } from '@dorsal/content'`, /web may not import content/],
    ['server/src/a.ts', `import type { x } from '@dorsal/web'`, /server may not import web/],
    ['server/src/a.ts', `import { x } from '@dorsal/motion'`, /not among the dependencies of server/],
    ['care/src/a.ts', `import { x } from '@dorsal/motion/src/pose.ts'`, /reaches into a workspace/],
    ['care/src/a.ts', `import { x } from '../../motion/src/pose.ts'`, /leaves the workspace/],
    ['care/src/a.ts', `const x = await import('../../content/redflags.json')`, /leaves the workspace/],
    ['server/src/a.ts', `import {\n  a,\n  b,\n} from 'left-pad'`, /'left-pad' is not among/],
    ['server/src/a.ts', `import { expect } from 'vitest'`, /'vitest' is not among/],
    ['server/src/a.ts', `import fs from 'fs'`, /'fs' is not among/],
    ['web/src/lib/a.ts', `import { join } from 'node:path'`, /web does not know Node/],
    ['care/src/a.ts', `import { join } from 'node:path'`, /care does not know Node/],
    ['care/src/a.ts', `import dayjs from 'dayjs'`, /care is pure/],
    ['care/src/a.ts', `export const at = Date.now()`, /reads the clock/],
    ['motion/src/a.ts', `export const at = new Date()`, /reads the clock/],
    ['motion/src/a.ts', `export const x = Math.random()`, /random value/],
    ['care/src/a.ts', `export const x = () => fetch('/')`, /network/],
    ['care/src/a.ts', `console.log(1)`, /machine around it/],
    [
      'web/src/features/intake/a.tsx',
      `import { x } from '../session/b.tsx'`,
      /features\/intake may not import features\/session/,
    ],
    [
      'web/src/features/intake/a.tsx',
      `import { x } from '../../portals/patient/b.tsx'`,
      /may not import portals/,
    ],
    [
      'web/src/portals/patient/a.tsx',
      `import { x } from '../clinician/b.tsx'`,
      /portals\/patient may not import portals\/clinician/,
    ],
    ['web/src/ui/a.tsx', `import { x } from '../features/intake/b.tsx'`, /ui\/a.tsx may not import features/],
    ['web/src/lib/a.ts', `import('../features/intake/b.tsx')`, /may not import features/],
  ])('%s: %s', (file, text, reason) => {
    const reasons = found(file, text)
    expect(reasons).toHaveLength(1)
    expect(reasons[0]).toMatch(reason)
  })

  it.each<[string, Manifest, RegExp]>([
    ['care', { dependencies: { zod: '^4.6.7' } }, /zod must have one exact version/],
    ['', { devDependencies: { vitest: 'latest' } }, /vitest must have one exact version/],
    ['motion', { dependencies: { '@dorsal/care': '0.1.0' } }, /motion may not depend on @dorsal\/care/],
    ['care', { exports: { '.': './src/index.ts', './triage': './src/triage.ts' } }, /one way in only/],
  ])('in the package.json of %s', (name, manifest, reason) => {
    const reasons = breaches({ files: {}, manifests: { [name]: manifest } })
    expect(reasons).toHaveLength(1)
    expect(reasons[0]).toMatch(reason)
  })
})

it('finds every way of importing', () => {
  const code = `import a from 'a'
import type { b } from "b"
import 'c'
export { d } from 'd'
const e = await import('e')
import worker from './f.ts?worker'
const words = "from 'nowhere'"`
  expect(importsOf(code).toSorted()).toEqual(['./f.ts', 'a', 'b', 'c', 'd', 'e'])
})
