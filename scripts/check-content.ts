/** Reads the clinical content as the product does at start: every fault that its linter knows is printed, all at once. */
import { loadContent } from '../content/src/index.ts'

try {
  const { version } = loadContent()
  console.log(`content ${version}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
