/** Reads the clinical content as the product does, in every language: every fault that its linter knows is printed, all at once. */
import { checkOwn } from '../content/src/load.ts'
import { saidOf } from '../content/src/parts/fault.ts'

const { version, faults } = checkOwn()
for (const fault of faults) console.error(saidOf(fault))
if (faults.length > 0) process.exitCode = 1
else console.log(`content ${version}`)
