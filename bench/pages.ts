/**
 * `npm run bench:pages [runs]`: the patient's pages by Lighthouse on its own profile of a phone (1.6 Mbit/s, 150 ms, a processor four
 * times slower), as somebody new sees them and as a person with a plan does, and how long the player takes to be ready. The median of
 * three runs each; ends with 1 outside the budgets. Lighthouse is fetched into .cache when it is not there. Times depend on the machine
 * and on what else runs: the load stands beside them.
 */
import { chromium } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { cameraFlags } from '../e2e/camera-source.ts'
import { freePort, startProduct } from '../e2e/product-process.ts'
import { buildWeb } from '../scripts/build-web.ts'
import { checkBuild, FIRST_PAGE_LIMIT } from '../scripts/check-build.ts'
import { CHROMIUM_FLAGS, DRAWING_FLAGS, findChromium } from '../scripts/chromium.ts'
import { ROOT } from '../scripts/command.ts'
import { type Look, lighthouse, look } from './pages/lighthouse.ts'
import { becomePatient } from './pages/person.ts'
import { playerReady } from './pages/player.ts'

const BUDGET = { lcp: 2_500, cls: 0.02, player: 4_000 }

/** `new`: nothing is on the device. `plan`: a person with a plan, on the device they have used. Without a budget: opened so by few. */
const VISITS: readonly { who: 'new' | 'plan'; path: string; open: boolean; budget: boolean }[] = [
  { who: 'new', path: '/', open: true, budget: true },
  { who: 'new', path: '/learn', open: true, budget: true },
  { who: 'new', path: '/start', open: true, budget: true },
  { who: 'new', path: '/library', open: true, budget: false },
  { who: 'plan', path: '/', open: true, budget: true },
  { who: 'plan', path: '/today', open: false, budget: true },
  { who: 'plan', path: '/plan', open: false, budget: true },
  { who: 'plan', path: '/session', open: false, budget: true },
  { who: 'plan', path: '/library', open: true, budget: true },
]

const runs = Math.max(1, Number(process.argv[2] ?? 3))
const faults: string[] = []

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function inTurn<T>(times: number, once: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let at = 0; at < times; at += 1) all.push(await once())
  return all
}

function print(name: string, looks: readonly Look[], budget: boolean): void {
  const of = (value: (one: Look) => number) => median(looks.map(value))
  const [lcp, cls, tbt] = [of((one) => one.lcp), of((one) => one.cls), of((one) => one.tbt)]
  const scores = Object.keys(looks[0]?.scores ?? {})
    .map((id) => `${id} ${of((one) => one.scores[id] ?? Number.NaN)}`)
    .join(', ')
  const kept = lcp <= BUDGET.lcp && cls <= BUDGET.cls
  console.log(
    `${name.padEnd(16)} LCP ${(lcp / 1000).toFixed(2)} s, CLS ${cls.toFixed(3)}, TBT ${tbt.toFixed(0)} ms; ${scores}` +
      (budget ? (kept ? '' : '  OUTSIDE') : '  (no budget)'),
  )
  for (const line of new Set(looks.flatMap(({ why }) => why))) console.log(`${' '.repeat(17)}${line}`)
  if (budget && !kept) faults.push(`${name}: LCP ${lcp.toFixed(0)} ms, CLS ${cls.toFixed(3)}`)
}

const built = await buildWeb()
if (!built.ok) throw new Error(built.output)
const script = checkBuild(path.join(ROOT, 'web/dist'), {}).pages.find(({ page }) => page === 'index.html')
const bytes = script?.bytes ?? Number.NaN
console.log(
  `first page: ${(bytes / 1000).toFixed(1)} kB gzip of script in ${script?.files ?? 0} files (limit ${FIRST_PAGE_LIMIT / 1000} kB)`,
)
if (!(bytes <= FIRST_PAGE_LIMIT)) faults.push('the first page has too much script')

const run = await lighthouse()
const { executablePath, env } = await findChromium()
const product = await startProduct({ DEMO: '1' })
const profile = mkdtempSync(path.join(tmpdir(), 'dorsal-pages-'))
const port = await freePort()
const CAMERA = await cameraFlags({ scene: 'squat-side' })
const browse = (flags: readonly string[]) =>
  chromium.launchPersistentContext(profile, {
    executablePath,
    env: { ...process.env, ...env },
    baseURL: product.url,
    args: [...flags, `--remote-debugging-port=${port}`],
  })
let context = await browse(CHROMIUM_FLAGS)
const load = () => `load ${loadavg()[0]?.toFixed(1) ?? '?'} on ${cpus().length} processors`
try {
  for (const who of ['new', 'plan'] as const) {
    if (who === 'plan') await becomePatient(context)
    console.log(`${who === 'new' ? 'somebody new' : 'a person with a plan'}, ${load()}`)
    for (const visit of VISITS.filter((one) => one.who === who)) {
      const given = { port, warm: who === 'plan', own: !visit.open }
      const looks = await inTurn(runs, () => look(run, product.url + visit.path, given))
      print(visit.path, looks, visit.budget)
    }
  }
  await context.close()
  context = await browse([...DRAWING_FLAGS, ...CAMERA])
  // Once before, not counted: then everything is on the device.
  const [, ...ready] = await inTurn(runs + 1, () => playerReady(context))
  const player = median(ready.map(({ camera, figure }) => camera + figure))
  const seconds = (ms: number) => (ms / 1000).toFixed(2)
  console.log(
    `player, warm: ready in ${seconds(player)} s (camera and model, then figure: ` +
      `${ready.map((one) => `${seconds(one.camera)} + ${seconds(one.figure)}`).join(', ')}; limit ${BUDGET.player / 1000} s), ${load()}`,
  )
  if (player > BUDGET.player) faults.push(`the player is ready in ${player.toFixed(0)} ms`)
} finally {
  await context.close()
  await product.remove()
  rmSync(profile, { recursive: true, force: true })
}
for (const fault of faults) console.error(`outside the budget: ${fault}`)
process.exitCode = faults.length === 0 ? 0 : 1
