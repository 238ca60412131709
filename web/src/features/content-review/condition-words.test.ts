import type { Condition } from '@dorsal/care'
import { setupI18n } from '@lingui/core'
import { expect, it } from 'vitest'
import { conditionWords } from './condition-words.ts'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })

it.each<[Condition, string]>([
  [{ fact: 'RF02', is: 'yes' }, 'RF02 = yes'],
  [{ fact: 'age', atLeast: 50 }, 'age ≥ 50'],
  [{ not: { fact: 'age', atMost: 17 } }, 'not age ≤ 17'],
  [
    {
      all: [
        { fact: 'a', is: true },
        {
          any: [
            { fact: 'b', includes: 'x' },
            { fact: 'c', sizeAtLeast: 2 },
          ],
        },
      ],
    },
    'a = true and (b names “x” or c ≥ 2 answers)',
  ],
  [
    {
      atLeast: 2,
      of: [
        { fact: 'a', is: 'yes' },
        { fact: 'b', is: 'yes' },
      ],
    },
    'at least 2 of: a = yes, b = yes',
  ],
])('a condition is read as it decides: %o', (condition, words) => {
  expect(conditionWords(condition, i18n)).toBe(words)
})
