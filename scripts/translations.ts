/**
 * `npm run translations`: gives each translation just written (a bare string in content/locales) the mark of its English, and prints how
 * far each language is. `npm run translations -- open es exercises [id]` prints the English that is still open, as a file to fill in.
 */
import { readContent } from '../content/src/load.ts'
import { DATA_DIR, LOCALES_DIR } from '../content/src/parts/entries.ts'
import type { Fault } from '../content/src/parts/fault.ts'
import { saidOf } from '../content/src/parts/fault.ts'
import { coverageOf, translationFaults } from '../content/src/texts/lint-locale.ts'
import { readLocale } from '../content/src/texts/locales.ts'
import { markLocale, openTexts } from '../content/src/texts/mark.ts'
import { LANGUAGES } from '../content/src/texts/overlay.ts'

const content = readContent(DATA_DIR)
const faults: Fault[] = []
const [command, lang = '', kind = '', id] = process.argv.slice(2)

if (command === 'open') {
  console.log(JSON.stringify(openTexts(content, readLocale([LOCALES_DIR], lang, faults), kind, id), null, 2))
} else {
  for (const language of LANGUAGES) {
    if (language === 'en') continue
    const changed = markLocale(content, readLocale([LOCALES_DIR], language, faults))
    const locale = readLocale([LOCALES_DIR], language, faults)
    console.log(`${language}: ${changed} files marked`)
    for (const { kind: part, safety, states } of coverageOf(content, locale)) {
      const { missing, unmarked, stale, draft, reviewed } = states
      const whole = missing + unmarked + stale + draft + reviewed
      const open = missing + unmarked + stale
      console.log(
        `  ${part.padEnd(24)} ${String(draft + reviewed).padStart(5)} of ${whole}` +
          `${open > 0 ? `, ${open} open` : ''}${reviewed > 0 ? `, ${reviewed} reviewed` : ''}${safety ? ' (safety)' : ''}`,
      )
    }
    faults.push(...translationFaults(content, locale, true))
  }
  for (const fault of faults) console.error(saidOf(fault))
  if (faults.length > 0) process.exitCode = 1
}
