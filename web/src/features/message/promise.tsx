import type { ReplyRule } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { daysOf, otherClocks, timeOf } from './promise-words.ts'

/** By when an answer comes, in plain words; it stands above the field. */
export function ReplyPromise({ rule }: { rule: ReplyRule }) {
  const { i18n } = useLingui()
  const [now] = useState(() => new Date())
  const days = daysOf(rule, i18n.locale)
  const from = timeOf(rule.from, i18n.locale)
  const to = timeOf(rule.to, i18n.locale)
  return (
    <p data-promise={rule.workingDays}>
      <strong>
        <Plural
          value={rule.workingDays}
          one="You get an answer within one working day."
          other="You get an answer within # working days."
        />
      </strong>{' '}
      <Trans>
        The clinic reads messages {days}, {from} to {to}.
      </Trans>
      {otherClocks(rule, now) && (
        <>
          {' '}
          <Trans>These are the clinic’s times ({rule.zone}).</Trans>
        </>
      )}
    </p>
  )
}
