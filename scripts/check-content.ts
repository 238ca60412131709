/** Reads the clinical content as the product does, in every language: every fault that its linter knows is printed, all at once. */
import { checkOwn } from '../content/src/load.ts'
import { saidOf } from '../content/src/parts/fault.ts'
import { readPublished } from '../content/src/parts/published.ts'

const { version, faults } = checkOwn()
const { checked } = readPublished()
for (const fault of faults) console.error(saidOf(fault))
if (faults.length === 0 && checked !== version)
  console.error('published.json:1: is not of this content: npm run publish-content (published)')
if (faults.length > 0 || checked !== version) process.exitCode = 1
else console.log(`content ${version}`)
