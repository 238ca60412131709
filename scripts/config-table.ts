/** Writes the table of settings into docs/deploy.md from the server's own list; a test of the server's holds the two together. */
import { readFileSync, writeFileSync } from 'node:fs'
import { settingsTable } from '../server/src/config.ts'

const FILE = new URL('../docs/deploy.md', import.meta.url)
const MARKS = /(<!-- config:begin -->\n)[\s\S]*?(<!-- config:end -->)/

writeFileSync(
  FILE,
  readFileSync(FILE, 'utf8').replace(
    MARKS,
    (_, begin: string, end: string) => `${begin}${settingsTable().trimEnd()}\n${end}`,
  ),
)
