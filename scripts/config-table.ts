/** Writes the table of settings in docs/deploy.md from the server's own list, so that the two cannot differ. */
import { readFileSync, writeFileSync } from 'node:fs'
import { SETTINGS } from '../server/src/config.ts'

const FILE = new URL('../docs/deploy.md', import.meta.url)
const MARKS = /(<!-- config:begin -->\n)[\s\S]*?(<!-- config:end -->)/

/** The document with its table as the server has it today. */
export function withSettings(document: string): string {
  const rows = SETTINGS.map(
    ({ name, fallback, text }) => `| \`${name}\` | ${fallback || '(empty)'} | ${text} |`,
  )
  const table = ['| variable | without it | what it does |', '|---|---|---|', ...rows].join('\n')
  return document.replace(MARKS, (_, begin: string, end: string) => `${begin}${table}\n${end}`)
}

export function readDeploy(): string {
  return readFileSync(FILE, 'utf8')
}

if (process.argv[1]?.endsWith('config-table.ts')) writeFileSync(FILE, withSettings(readDeploy()))
