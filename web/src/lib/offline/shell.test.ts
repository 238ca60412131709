import { expect, it } from 'vitest'
import { wayOf } from './shell.ts'

const SHELL = { files: ['/assets/a-1.js', '/manifest.webmanifest'], camera: ['/assets/m-1.task'] }
const HERE = 'https://pt.example'
const way = (path: string, more: { method?: string; mode?: string } = {}) =>
  wayOf({ method: 'GET', mode: 'cors', url: new URL(path, HERE).href, ...more }, HERE, SHELL)

it('answers pages, files and content from this device', () => {
  expect(way('/today?q=1', { mode: 'navigate' })).toBe('page')
  expect(way('/assets/a-1.js')).toBe('shell')
  expect(way('/manifest.webmanifest')).toBe('shell')
  expect(way('/assets/m-1.task')).toBe('camera')
  expect(way('/content/abc/es/lessons.json')).toBe('content')
})

it('never touches a record, anything that is written, the clinic, the open pages, or anybody else', () => {
  expect(way('/api/me')).toBe('pass')
  expect(way('/today', { method: 'PUT', mode: 'navigate' })).toBe('pass')
  expect(way('/clinician', { mode: 'navigate' })).toBe('pass')
  expect(way('/learn', { mode: 'navigate' })).toBe('pass')
  expect(way('/shared', { mode: 'navigate' })).toBe('pass')
  expect(way('/livez')).toBe('pass')
  expect(way('https://other.example/assets/a-1.js')).toBe('pass')
})
