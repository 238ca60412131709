/**
 * `node bench/rendered/look.ts [--fault NAME] ID ...`: the start and the end of a clean set of these exercises as the mannequin does it, with the landmarks that the model read
 * where the set was seen before, into .cache/rendered/look.png: whether the drawing is wrong or the model. A tool for developers.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Frame } from '@dorsal/motion'
import { withPage } from '../mannequin/render.ts'
import { filmOf, nameOf } from './film.ts'
import { looked, setsOf } from './sets.ts'
import { kept } from './takes.ts'

const OUT = resolve(import.meta.dirname, '../../.cache/rendered')
const WIDE = 320
const HIGH = 240
const LINES = [
  [11, 12, 24, 23, 11, 13, 15, 19],
  [12, 14, 16, 20],
  [23, 25, 27, 31, 29, 27],
  [24, 26, 28, 32, 30, 28],
  [7, 2, 0, 5, 8],
]

function overlay(frame: Frame | undefined): string {
  const image = frame?.image
  if (!image) return ''
  const at = (i: number) => `${(image[i * 4] ?? 0) * WIDE},${(image[i * 4 + 1] ?? 0) * HIGH}`
  const lines = LINES.map(
    (line, i) =>
      `<polyline points="${line.map(at).join(' ')}" stroke="${i % 2 ? '#0a0' : '#e00'}" fill="none" stroke-width="2"/>`,
  )
  return `<svg width="${WIDE}" height="${HIGH}" style="position:absolute;left:0;top:0">${lines.join('')}</svg>`
}

const ids = process.argv.slice(2)
const name = ids.find((arg) => arg.startsWith('--set='))?.slice(6) ?? 'clean'
await withPage('/posed/page.html', async (page) => {
  const cells: string[] = []
  for (const exercise of looked().filter(({ id }) => ids.includes(id))) {
    const set = setsOf(exercise).find((one) => one.name === name)
    if (!set) continue
    const film = filmOf(set)
    const frames = kept(set, nameOf(film), 'full')?.frames ?? []
    const peak = set.set.script.repetitions[0]?.peak ?? 0
    await page.evaluate(
      (given) => (window as unknown as { openScene: (film: unknown) => number }).openScene(given),
      film as unknown,
    )
    for (const t of [1, peak]) {
      const i = Math.round(t * set.rate)
      const picture = await page.evaluate(
        (index) => (window as unknown as { picture: (index: number) => string }).picture(index),
        i,
      )
      // The camera stands at its first picture until the film begins.
      const first = frames.length - film.frames.length - set.rate
      cells.push(
        `<div style="display:inline-block;position:relative;width:${WIDE}px;height:${HIGH + 16}px"><img src="data:image/jpeg;base64,${picture}" width="${WIDE}" height="${HIGH}"/>${overlay(frames[i + first])}<small>${exercise.id} ${t.toFixed(1)}</small></div>`,
      )
    }
  }
  await page.setViewportSize({ width: WIDE * 6 + 40, height: 400 })
  await page.setContent(`<body style="margin:4px;font:12px sans-serif">${cells.join('')}</body>`)
  mkdirSync(OUT, { recursive: true })
  await page.screenshot({ path: join(OUT, 'look.png'), fullPage: true })
})
console.log(join(OUT, 'look.png'))
