import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alive, beganAt } from './embedded-postgres-lock.ts'
import { type Postgres, startPostgres } from './embedded-postgres.ts'

const SUPERVISOR = fileURLToPath(new URL('./embedded-postgres.ts', import.meta.url))

let folder = ''
let open: Postgres[] = []
let children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dorsal-supervisor-'))
  chmodSync(folder, 0o711)
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const postgres of open) await postgres.stop()
  open = []
  children = []
  rmSync(folder, { recursive: true, force: true })
})

/** A database that was made once and ended in order: tests of what comes later begin with a copy of it. */
let made = ''

beforeAll(async () => {
  made = mkdtempSync(path.join(tmpdir(), 'dorsal-supervisor-made-'))
  chmodSync(made, 0o711)
  await (await startPostgres(path.join(made, 'postgres'))).stop()
})

afterAll(() => rmSync(made, { recursive: true, force: true }))

/** With owner and rights as they are: started as root, the files belong to another user. */
function alreadyMade(): void {
  execFileSync('cp', ['-a', path.join(made, 'postgres'), folder])
}

const dir = () => path.join(folder, 'postgres')
const data = () => path.join(dir(), 'data')

async function start(at = dir(), log?: (line: string) => void): Promise<Postgres> {
  const postgres = await startPostgres(at, log)
  open.push(postgres)
  return postgres
}

/** A supervisor in a process of its own; `started` resolves to what it tells of its database. */
function elsewhere(at: string): { child: ChildProcess; started: Promise<{ pid: number; port: number }> } {
  const code = `import { startPostgres } from ${JSON.stringify(SUPERVISOR)}
    const { pid, port } = await startPostgres(${JSON.stringify(at)})
    console.log(JSON.stringify({ pid, port }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  children.push(child)
  const started = new Promise<{ pid: number; port: number }>((done, fail) => {
    child.stdout.once('data', (chunk: Buffer) =>
      done(JSON.parse(chunk.toString()) as { pid: number; port: number }),
    )
    child.once('exit', (code_) => fail(new Error(`ended with ${code_}`)))
  })
  started.catch(() => undefined)
  return { child, started }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
}

/** The entries of a folder and of the folders in it; what vanishes meanwhile is left out. */
function namesUnder(at: string): string[] {
  return readdirSync(at).flatMap((name) => {
    const inside = statSync(path.join(at, name), { throwIfNoEntry: false })?.isDirectory() === true
    return inside
      ? [name, ...readdirSync(path.join(at, name)).map((entry) => path.join(name, entry))]
      : [name]
  })
}

const stateIsReady = () =>
  (JSON.parse(readFileSync(path.join(dir(), 'state.json'), 'utf8')) as { ready: boolean }).ready

async function ask<T>(url: string, statement: string): Promise<T[]> {
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query(statement)).rows as T[]
  } finally {
    await client.end()
  }
}

describe('first start', () => {
  it('makes a database with an owner and an application role that neither owns nor bypasses', async () => {
    const postgres = await start()
    expect(postgres.adopted).toBe(false)
    const roles = await ask<{ rolname: string; power: boolean }>(
      postgres.superUrl,
      `select rolname, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as power
       from pg_roles where rolname like 'dorsal%' order by 1`,
    )
    expect(roles).toEqual([
      { rolname: 'dorsal_app', power: false },
      { rolname: 'dorsal_owner', power: false },
    ])
    expect(await ask(postgres.url, 'select current_user as me, current_database() as here')).toEqual([
      { me: 'dorsal_app', here: 'dorsal' },
    ])
    await ask(postgres.migrateUrl, 'create table kept (n int); insert into kept values (7)')
    await expect(ask(postgres.url, 'select * from kept')).rejects.toThrow(/permission denied/)
    await expect(ask(postgres.url, 'create table mine (n int)')).rejects.toThrow(/permission denied/)
  })

  it('keeps its secrets to its owner and its data after a clean stop', async () => {
    alreadyMade()
    const first = await start()
    await ask(first.migrateUrl, 'create table kept (n int); insert into kept values (7)')
    expect(statSync(path.join(dir(), 'state.json')).mode & 0o077).toBe(0)
    expect(statSync(data()).mode & 0o077).toBe(0)
    await first.stop()
    await first.stop()
    expect(alive(first.pid)).toBe(false)
    expect(existsSync(path.join(data(), 'postmaster.pid'))).toBe(false)
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await ask(second.migrateUrl, 'select n from kept')).toEqual([{ n: 7 }])
    expect(readFileSync(path.join(dir(), 'postgres.log'), 'utf8')).not.toMatch(/not properly shut down/)
  })

  it('writes no value of a row into its log', async () => {
    alreadyMade()
    const postgres = await start()
    await ask(postgres.migrateUrl, 'create table secret (word text primary key, n int)')
    await ask(postgres.migrateUrl, `insert into secret values ('hiddenword', 1)`)
    await expect(ask(postgres.migrateUrl, `insert into secret values ('hiddenword', 2)`)).rejects.toThrow()
    await expect(ask(postgres.migrateUrl, `select 'hiddenword'::int`)).rejects.toThrow()
    expect(readFileSync(path.join(dir(), 'postgres.log'), 'utf8')).not.toContain('hiddenword')
  })

  it.each([
    [
      'when the folder has just been made',
      (names: string[]) => names.some((name) => name.startsWith('init-')),
    ],
    ['in the middle of filling it', (names: string[]) => names.some((name) => /^init-\w+.base/.test(name))],
    ['when it is whole but has no roles yet', (names: string[]) => names.includes('data')],
  ])('is whole after kill -9 %s', async (_when, reached) => {
    const { child } = elsewhere(dir())
    mkdirSync(dir(), { recursive: true })
    await expect.poll(() => reached(namesUnder(dir())), { interval: 5 }).toBe(true)
    await killed(child)
    expect(existsSync(path.join(dir(), 'state.json')) && stateIsReady()).toBe(false)
    const postgres = await start()
    expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('sweeps a half-made folder and starts anew beside it', async () => {
    mkdirSync(path.join(dir(), 'init-left/base'), { recursive: true })
    writeFileSync(path.join(dir(), 'init-left/PG_VERSION'), '18\n')
    const postgres = await start()
    expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readdirSync(dir()).filter((name) => name.startsWith('init-'))).toEqual([])
  })

  it('never touches a folder that holds something else', async () => {
    mkdirSync(data(), { recursive: true })
    writeFileSync(path.join(data(), 'letter.txt'), 'mine')
    await expect(start()).rejects.toThrow(/holds no database/)
    expect(readFileSync(path.join(data(), 'letter.txt'), 'utf8')).toBe('mine')
  })
})

describe('a start beside another', () => {
  it('takes over the server of a supervisor that was killed', async () => {
    alreadyMade()
    const { child, started } = elsewhere(dir())
    const theirs = await started
    await killed(child)
    expect(alive(theirs.pid)).toBe(true)
    const said: string[] = []
    const postgres = await start(dir(), (line) => said.push(line))
    expect({ adopted: postgres.adopted, pid: postgres.pid, port: postgres.port }).toEqual({
      adopted: true,
      ...theirs,
    })
    expect(said.join()).toMatch(/taken over/)
    expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await postgres.stop()
    expect(alive(theirs.pid)).toBe(false)
  })

  it('is refused while the other lives, in words that name it, and leaves the other alone', async () => {
    alreadyMade()
    const { child, started } = elsewhere(dir())
    const theirs = await started
    await expect(start()).rejects.toThrow(
      new RegExp(`already running on this data folder \\(process ${child.pid}.*DATA_DIR`),
    )
    expect(alive(theirs.pid)).toBe(true)
    await killed(child)
    await start()
  })

  it('is refused within one process too', async () => {
    alreadyMade()
    await start()
    await expect(startPostgres(dir())).rejects.toThrow(/already running/)
  })

  it('lets one of two simultaneous first starts win', async () => {
    const outcomes = await Promise.allSettled([elsewhere(dir()).started, elsewhere(dir()).started])
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    for (const child of children) await killed(child)
    await start()
  })
})

describe('what an earlier end left behind', () => {
  it('a postmaster.pid of a dead process', async () => {
    alreadyMade()
    writeFileSync(
      path.join(data(), 'postmaster.pid'),
      `999999\n${data()}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
    )
    expect((await start()).adopted).toBe(false)
  })

  it('a postmaster.pid whose number belongs to another program now', async () => {
    alreadyMade()
    writeFileSync(
      path.join(data(), 'postmaster.pid'),
      `${process.pid}\n${data()}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
    )
    expect((await start()).adopted).toBe(false)
  })

  it('a lock whose number belongs to another program now', async () => {
    alreadyMade()
    writeFileSync(
      path.join(dir(), 'supervisor.lock'),
      JSON.stringify({ pid: process.ppid, began: 'another time' }),
    )
    expect(beganAt(process.ppid)).not.toBeNull()
    await start()
  })

  it('a database without its state file gets new passwords and keeps its rows', async () => {
    alreadyMade()
    const first = await start()
    await ask(first.migrateUrl, 'create table kept (n int); insert into kept values (7)')
    await first.stop()
    rmSync(path.join(dir(), 'state.json'))
    const second = await start()
    expect(second.migrateUrl).not.toBe(first.migrateUrl)
    expect(await ask(second.migrateUrl, 'select n from kept')).toEqual([{ n: 7 }])
  })
})

describe('while it runs', () => {
  it('starts the database again on the same port when it is killed, without losing what was acknowledged', async () => {
    alreadyMade()
    const postgres = await start()
    await ask(postgres.migrateUrl, 'create table kept (n int); insert into kept values (7)')
    process.kill(postgres.pid, 'SIGKILL')
    await expect
      .poll(() => ask(postgres.migrateUrl, 'select n from kept').catch(() => null), { interval: 200 })
      .toEqual([{ n: 7 }])
  })
})

describe.runIf(process.getuid?.() === 0)('as root in a folder that is closed to others', () => {
  it('keeps its files where it can reach them, says so, and finds them again', async () => {
    chmodSync(folder, 0o700)
    const said: string[] = []
    const first = await start(dir(), (line) => said.push(line))
    const [line] = said
    const home = /files lie in (\S+),/.exec(line ?? '')?.[1] ?? ''
    try {
      expect(existsSync(path.join(home, 'data/PG_VERSION'))).toBe(true)
      expect(existsSync(data())).toBe(false)
      expect(statSync(path.join(home, 'data')).uid).toBe(65_534)
      await ask(first.migrateUrl, 'create table kept (n int); insert into kept values (7)')
      await first.stop()
      const second = await start()
      expect(await ask(second.migrateUrl, 'select n from kept')).toEqual([{ n: 7 }])
      await second.stop()
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  })
})
