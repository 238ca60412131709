/** `node bench/idle.ts [exercise …]`: what is counted where nothing is to be counted, exercise by exercise, one number a seed. */
import { idleCounts } from './motion/idle.ts'

for (const { id, scenes } of await idleCounts(process.argv.slice(2))) {
  const wrong = Object.entries(scenes).filter(([, counts]) => counts.some((count) => count > 0))
  if (wrong.length > 0)
    console.log(`${id}: ${wrong.map(([name, counts]) => `${name} ${counts.join(' ')}`).join('; ')}`)
}
