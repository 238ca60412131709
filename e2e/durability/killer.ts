/**
 * Runs as a process of its own: a killer that shares a thread with the writers never strikes while one of them waits for an answer.
 * Arguments: process id of the server, folder of the database, milliseconds to wait. Kills both without a warning.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [server = '', data = '', wait = '0'] = process.argv.slice(2)

/** Process id and parent of everything that runs. */
function processes(): [number, number][] {
  if (!existsSync('/proc/self/stat'))
    return execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        return [
          [Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as [number, number],
        ]
      } catch {
        return []
      }
    })
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

setTimeout(() => {
  const postmaster = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  const backends = processes().filter(([, parent]) => parent === postmaster)
  const victims = [postmaster, ...backends.map(([pid]) => pid)]
  // Either may go first: the server that has no database for a moment, or the database that nobody waits for.
  const order = Number(wait) % 2 === 0 ? [...victims, Number(server)] : [Number(server), ...victims]
  for (const pid of order) kill(pid)
}, Number(wait))
