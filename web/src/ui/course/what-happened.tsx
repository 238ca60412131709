import { useLingui } from '@lingui/react/macro'
import { shortDayOf } from '../../lib/time.ts'
import { happeningsOf } from './happenings.ts'
import type { CourseView } from './course-view.ts'

/** Flare-ups and changes of phase in words; nothing where there were none. */
export function WhatHappened({ view: { course, now } }: { view: CourseView }) {
  const { i18n } = useLingui()
  const happened = happeningsOf(course, now, i18n)
  if (happened.length === 0) return null
  return (
    <ul>
      {happened.map(({ label, from, to }) => (
        <li key={`${label}${from}`}>
          {label}: {shortDayOf(from, i18n.locale)}
          {to !== null && ` – ${shortDayOf(to, i18n.locale)}`}
        </li>
      ))}
    </ul>
  )
}
