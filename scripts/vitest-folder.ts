/** What the tests of one file put into the machine's temporary folder lies in a folder of its own, gone with the file's last test. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const before = process.env['TMPDIR']
const folder = mkdtempSync(path.join(tmpdir(), 'dorsal-tests-'))
// Passed through, not read: started as root, a database runs as another user.
chmodSync(folder, 0o711)
process.env['TMPDIR'] = folder

afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  rmSync(folder, { recursive: true, force: true })
})
