import { loadContent } from '@dorsal/content'
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { type Product, startProduct } from '../product-process.ts'
import { running } from '../../server/src/db/embedded-postgres-process.ts'
import { urlOf } from '../../server/src/db/embedded-postgres-roles.ts'
import { readState } from '../../server/src/db/embedded-postgres-state.ts'
import { makeForgetful } from '../../server/src/db/test-database.ts'
import { someIntake, someReport } from '../../server/src/test-app.ts'
import { Writer } from './writer.ts'
import { LONG_FORM } from '../long-form.ts'

const KILLER = fileURLToPath(new URL('./killer.ts', import.meta.url))
const ROUNDS = LONG_FORM ? 20 : 3
const WRITERS = 6

type Result = {
  rounds: number
  saved: number
  lost: number
  doubled: number
  retried: number
  foundThere: number
}

const home = (product: Product): string => join(realpathSync(product.dataDir), 'postgres')

function strike(product: Product, wait: number): Promise<void> {
  const args = [KILLER, String(product.pid()), join(home(product), 'data'), String(wait)]
  const killer = spawn(process.execPath, args, { stdio: 'ignore' })
  return new Promise((done, fail) => {
    killer.on('exit', (code) => (code === 0 ? done() : fail(new Error(`the killer ended with ${code}`))))
  })
}

async function forgetful(product: Product): Promise<void> {
  const state = readState(home(product))
  const server = running(join(home(product), 'data'))
  if (state === null || server === null) throw new Error('no database runs')
  await makeForgetful(urlOf(state, 'postgres', server.port))
}

async function rounds(count: number, forgets: boolean): Promise<Result> {
  const product = await startProduct({ TRUST_PROXY: '127.0.0.1', LOG_LEVEL: 'silent', DEMO: '0' })
  try {
    const content = loadContent()
    const writers = Array.from({ length: WRITERS }, (_, i) => new Writer(product.url, i + 1))
    for (const writer of writers) await writer.begin(someIntake(content))
    if (forgets) await forgetful(product)
    let going = true
    const make = () => someReport([{ planItemId: 'x', exerciseId: 'y', reps: 8 }], {}, content)
    const work = writers.map((w) => w.work(make, () => going))
    for (let round = 0; round < count; round += 1) {
      await strike(product, 250 + Math.floor(Math.random() * 700))
      await product.kill()
      if (round === count - 1) going = false
      await product.start()
      await pause(100)
    }
    const result: Result = { rounds: count, saved: 0, lost: 0, doubled: 0, retried: 0, foundThere: 0 }
    if (forgets) for (const writer of writers) writer.end()
    await Promise.all(work)
    for (const writer of writers) {
      const stored = await writer.stored()
      const { saved, retried, foundThere } = writer.ledger
      result.saved += saved.size
      result.lost += [...saved].filter((id) => !stored.includes(id)).length
      result.doubled += stored.length - new Set(stored).size
      result.retried += retried
      result.foundThere += foundThere
    }
    return result
  } finally {
    await product.remove()
  }
}

test.describe('server and database are killed while reports come in', () => {
  test.setTimeout(600_000)

  test(`${ROUNDS} times: nothing that was called saved is lost, every retry lands exactly once`, async () => {
    const result = await rounds(ROUNDS, false)
    process.stdout.write(`durability: ${JSON.stringify(result)}\n`)
    expect(result.saved).toBeGreaterThan(ROUNDS * WRITERS)
    expect(result).toMatchObject({ lost: 0, doubled: 0 })
    expect(result.retried).toBeGreaterThan(0)
  })

  test('a database that forgets is noticed (so the test above can fail)', async () => {
    test.skip(!LONG_FORM, 'only in the full run')
    const result = await rounds(8, true)
    process.stdout.write(`durability, forgetful database: ${JSON.stringify(result)}\n`)
    expect(result.lost).toBeGreaterThan(0)
  })
})
