/**
 * `npm run publish-content`: adds the marks of new versions to content/published.json, after the linter found nothing wrong. A published
 * version is never written over; with `-- --drafts` those of items that nobody has reviewed are.
 */
import { writeFileSync } from 'node:fs'
import { readChecked } from '../content/src/load.ts'
import { DATA_DIR } from '../content/src/parts/entries.ts'
import { saidOf } from '../content/src/parts/fault.ts'
import { readParts } from '../content/src/parts/parts.ts'
import { PUBLISHED_FILE, publishedWith, readPublished } from '../content/src/parts/published.ts'

const { version } = readChecked(DATA_DIR)
const { items, added, refused } = publishedWith(
  readParts(DATA_DIR),
  readPublished(),
  process.argv.includes('--drafts'),
)
for (const fault of refused) console.error(saidOf(fault))
if (refused.length > 0) process.exitCode = 1
else {
  const sorted = Object.fromEntries(Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(PUBLISHED_FILE, `${JSON.stringify({ checked: version, items: sorted }, null, 2)}\n`)
  console.log(`content ${version}: ${added} new marks`)
}
