/**
 * `node bench/motion/contact-sheet.ts [part of an id ...]`: draws every exercise figure of the content at its start, half way and
 * at its end from the exercise's own view, and from the other side, into .cache/contact-sheet.html and, a page of twenty each, into .png. A tool for developers:
 * a pose that a therapist would laugh at is seen here and in no test.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { Figure, type Joint, postureAt, type Skeleton, skeletonOf, type View } from '@dorsal/motion'
import { type Camera, framed, inCamera, project, WEBCAM, YAW } from '../../motion/src/person/camera.ts'
import { findChromium } from '../../scripts/chromium.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const DATA = join(ROOT, 'content/data')
const OUT = join(ROOT, '.cache')
const CELL = { width: 150, height: 130 }

type Drawn = { id: string; view: View | null; figure: Figure }

function read(): Drawn[] {
  const folder = join(DATA, 'figures')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { id, figure } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Drawn
      const exercise = JSON.parse(readFileSync(join(DATA, 'exercises', name), 'utf8')) as {
        movement: { cameraView: View | null }
      }
      return { id, figure: Figure.parse(figure), view: exercise.movement.cameraView }
    })
}

const LINES: readonly (readonly [string, string, readonly Joint[]])[] = [
  ['#c2571a', '5', ['hipR', 'kneeR', 'ankleR', 'footR']],
  ['#c2571a', '5', ['shoulderR', 'elbowR', 'wristR', 'indexR']],
  ['#444', '9', ['pelvis', 'sacrum', 'lumbar', 'waist', 'ribs', 'chest', 'collar', 'neck', 'head']],
  ['#444', '5', ['shoulderL', 'collar', 'shoulderR']],
  ['#444', '5', ['hipL', 'pelvis', 'hipR']],
  ['#1a5fc2', '5', ['hipL', 'kneeL', 'ankleL', 'footL']],
  ['#1a5fc2', '5', ['shoulderL', 'elbowL', 'wristL', 'indexL']],
]

function draw(body: Skeleton, camera: Camera, seated: boolean): string {
  const at = (point: readonly [number, number, number]): string => {
    const { x, y } = project(camera, inCamera(camera, point))
    return `${(x * CELL.width).toFixed(1)},${(y * CELL.height).toFixed(1)}`
  }
  const floor = [
    [-1.6, 0, -1.2],
    [1.6, 0, -1.2],
    [1.6, 0, 1.2],
    [-1.6, 0, 1.2],
  ] as const
  const seat = body.build.shank + body.build.ankle - 0.08
  const chair = [
    [-0.22, seat, -0.2],
    [0.22, seat, -0.2],
    [0.22, seat, 0.26],
    [-0.22, seat, 0.26],
  ] as const
  const depth = ([first]: readonly [Joint, ...Joint[]]): number => inCamera(camera, body.joints[first])[2]
  const lines = [...LINES]
    .sort((a, b) => depth(b[2] as [Joint, ...Joint[]]) - depth(a[2] as [Joint, ...Joint[]]))
    .map(
      ([colour, width, joints]) =>
        `<polyline points="${joints.map((joint) => at(body.joints[joint])).join(' ')}" stroke="${colour}" stroke-width="${width}"/>`,
    )
  const [hx, hy] = at(body.joints.head).split(',')
  const nose = at(body.joints.nose)
  return `<svg width="${CELL.width}" height="${CELL.height}" fill="none" stroke-linejoin="round" stroke-linecap="round"><polygon points="${floor.map(at).join(' ')}" fill="#eef2ea"/>${seated ? `<polygon points="${chair.map(at).join(' ')}" fill="#d8cfc0"/>` : ''}${lines.join('')}<circle cx="${hx}" cy="${hy}" r="8" fill="#888"/><line x1="${hx}" y1="${hy}" x2="${nose.split(',')[0]}" y2="${nose.split(',')[1]}" stroke="#d00" stroke-width="3"/></svg>`
}

function row({ id, view, figure }: Drawn): string {
  const bodies = [0, 0.5, 1].map((out) => skeletonOf(figure.stance, postureAt(figure, out)))
  const lying = ['prone', 'supine'].includes(figure.stance)
  const own = view ?? (lying ? 'side' : 'oblique')
  const cells = [own, own === 'side' ? ('front' as const) : ('side' as const)].flatMap((from, i) => {
    const yaw = from === 'side' ? -90 : YAW[from]
    const camera = framed({ ...WEBCAM, ...CELL, yaw, above: 0.9, fov: 40 }, bodies, 0.06)
    return (i === 0 ? bodies : bodies.slice(1)).map((body) => draw(body, camera, figure.stance === 'seated'))
  })
  return `<div class="row"><b>${id}</b><small>${figure.stance}, ${view ?? 'no view'}</small>${cells.join('')}</div>`
}

const asked = process.argv.slice(2)
const drawn = read().filter(({ id }) => asked.length === 0 || asked.some((part) => id.includes(part)))
const STYLE = `<meta charset="utf-8"><style>body{font:13px sans-serif;margin:8px;display:grid;grid-template-columns:1fr 1fr;gap:4px}.row{position:relative;white-space:nowrap;border:1px solid #ccc}.row b{position:absolute;left:4px;top:2px}.row small{position:absolute;left:4px;top:18px;color:#666}</style>`
const PAGE = 20
mkdirSync(OUT, { recursive: true })
writeFileSync(join(OUT, 'contact-sheet.html'), STYLE + drawn.map(row).join('\n'))
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu'],
  env: { ...process.env, ...env },
})
try {
  const page = await browser.newPage({ viewport: { width: 1560, height: 900 } })
  for (let i = 0; i < drawn.length; i += PAGE) {
    await page.setContent(
      STYLE +
        drawn
          .slice(i, i + PAGE)
          .map(row)
          .join('\n'),
    )
    await page.screenshot({ path: join(OUT, `contact-sheet-${i / PAGE + 1}.png`), fullPage: true })
  }
} finally {
  await browser.close()
}
console.log(
  `${drawn.length} figures: ${join(OUT, 'contact-sheet.html')} and -1.png to -${Math.ceil(drawn.length / PAGE)}.png`,
)
