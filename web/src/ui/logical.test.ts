import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { directionOf } from '../lib/direction.ts'

const WEB = path.resolve(import.meta.dirname, '../..')

/** Properties and values that know left and right where one of the direction of reading exists. */
const PHYSICAL: readonly RegExp[] = [
  /^(?:margin|padding|scroll-margin|scroll-padding|border)-(?:left|right)\b/,
  /^border-(?:top|bottom)-(?:left|right)-radius$/,
  /^(?:left|right|float|clear)$/,
]
const SIDES = /^(?:margin|padding|inset|scroll-margin|scroll-padding|border-width|border-color|border-style)$/

/** The parts of a value, brackets kept together. */
function partsOf(value: string): string[] {
  let depth = 0
  const apart = value
    .trim()
    .split('')
    .map((sign) => {
      depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
      return depth === 0 && /\s/.test(sign) ? '\n' : sign
    })
  return apart.join('').split(/\n+/)
}

/** What is physical in a style sheet, as `property: value`. */
function physicalIn(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
  return [...plain.matchAll(/(?:^|[{;])\s*([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].flatMap(
    ([, property = '', value = '']) => {
      const said = `${property}: ${value.trim()}`
      if (PHYSICAL.some((pattern) => pattern.test(property))) return [said]
      if (property === 'text-align' && /^(?:left|right)/.test(value.trim())) return [said]
      if (property === 'transform' && /translateX|translate\(/.test(value)) return [said]
      const [, right, , left] = partsOf(value)
      return SIDES.test(property) && left !== undefined && left !== right ? [said] : []
    },
  )
}

/** What is turned by a half and an eighth is a corner that points up or down: the same from either side. */
const CORNERS = /^border-width: 0 [23]px [23]px 0$/

describe('reading from the right', () => {
  test('what is physical is found', () => {
    expect(
      physicalIn(
        '.a { margin-left: 1px; left: 0; padding: 1px 2px 3px 4px; text-align: right; }' +
          '.b { border-top-left-radius: 2px; float: right; transform: translateX(1em) }',
      ),
    ).toHaveLength(7)
    expect(
      physicalIn(
        '.a { margin-inline-start: 1px; inset: 0; padding: 1px 2px 3px 2px; text-align: start; }' +
          '.b { padding: max(1px, (2px + 3px)) 2px; border-left-x: 0; inline-size: calc(1px + 2px) }' +
          '/* left: 0; */',
      ),
    ).toEqual(['border-left-x: 0'])
  })

  const sheets = globSync('{src,clinician}/**/*.css', { cwd: WEB })
  test('there are style sheets', () => expect(sheets.length).toBeGreaterThan(30))
  test.each(sheets)('%s has no left and no right', (sheet) => {
    const found = physicalIn(readFileSync(path.join(WEB, sheet), 'utf8'))
    expect(found.filter((said) => !CORNERS.test(said))).toEqual([])
  })

  test('a language says its direction', () => {
    expect(['en', 'es', 'pt', 'de-AT'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr'])
    expect(['ar', 'he-IL', 'fa', 'UR-pk'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl'])
  })
})
