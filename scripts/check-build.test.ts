import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkBuild } from './check-build.ts'

let dist = ''

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'dorsal-build-'))
  mkdirSync(path.join(dist, 'assets'))
  put(
    'index.html',
    '<script type="module" crossorigin src="/assets/main.js"></script><link rel="modulepreload" href="/assets/react.js">',
  )
  put('assets/main.js', 'import{a}from"./react.js";import"./side.js";const later=()=>import("./camera.js");')
  put('assets/react.js', 'export const a=1')
  put('assets/side.js', 'export{b}from"./deep.js"')
  put('assets/deep.js', 'export const b=2')
  put('assets/camera.js', `/*${'x'.repeat(10)}*/`)
})

afterEach(() => rmSync(dist, { recursive: true, force: true }))

const put = (file: string, text: string) => writeFileSync(path.join(dist, file), text)
const noise = (bytes: number) => `/*${randomBytes(bytes / 2).toString('hex')}*/`
const check = () => checkBuild(dist, { 'index.html': 20_000 })

it('counts what the page needs at once and nothing that comes later', () => {
  put('assets/camera.js', noise(100_000))
  expect(check()).toEqual({
    faults: [],
    pages: [{ page: 'index.html', files: 4, bytes: expect.any(Number) as number }],
  })
})

it('finds a first page that grew too heavy, however deep the weight lies', () => {
  put('assets/deep.js', noise(100_000))
  expect(check().faults).toEqual([
    expect.stringMatching(/^index\.html needs \d+\.\d kB gzip of script at once; 20\.0 kB/),
  ])
})

it('finds a file that would report to somebody, also one that is loaded later', () => {
  put('assets/camera.js', 'fetch("https://odml.pa.googleapis.com/v1/log")')
  expect(check().faults).toEqual(['assets/camera.js names odml.pa.googleapis.com'])
})

it('finds a file that could record sound and picture', () => {
  put('assets/camera.js', 'new MediaRecorder(stream)')
  expect(check().faults).toEqual(['assets/camera.js names MediaRecorder'])
})

it('finds a page that is not there or has no script', () => {
  put('index.html', '<p>nothing</p>')
  expect(check().faults).toEqual(['index.html is missing, or names no script'])
})
