import type { MessageDescriptor } from '@lingui/core'
import { expect, it } from 'vitest'
import { happeningsOf } from './happenings.ts'

const NOW = '2026-11-21T10:00:00.000Z'
const i18n = { _: (words: MessageDescriptor) => words.message ?? words.id }

it('draws a flare-up that runs up to now, and each phase but the one that the course began in', () => {
  const found = happeningsOf(
    {
      flares: [
        { began: '2026-11-02T10:00:00.000Z', ended: '2026-11-05T10:00:00.000Z' },
        { began: '2026-11-20T10:00:00.000Z', ended: null },
      ],
      phases: [
        { phase: 'early', since: '2026-11-01T10:00:00.000Z' },
        { phase: 'middle', since: '2026-11-15T10:00:00.000Z' },
      ],
    },
    NOW,
    i18n,
  )
  expect(found.map(({ from, to }) => [from.slice(8, 10), to?.slice(8, 10) ?? null])).toEqual([
    ['02', '05'],
    ['20', '21'],
    ['15', null],
  ])
})
