/**
 * Property tests draw the same cases in every run, so that a red one is red for everybody; the seed is printed where it is another.
 * FC_SEED=… takes that one (to repeat a failure), and the long form of the tests draws a new one for each run.
 */
import fc from 'fast-check'

const USUAL = 20_261
const asked =
  process.env['FC_SEED'] ?? (process.env['DORSAL_FULL'] === undefined ? undefined : String(Date.now() % 1e9))
const seed = asked === undefined ? USUAL : Number(asked)
if (!Number.isInteger(seed)) throw new Error(`FC_SEED must be a whole number, not ${asked}`)
if (seed !== USUAL) console.log(`fast-check seed ${seed}: repeat with FC_SEED=${seed}`)
fc.configureGlobal({ seed })
