import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ownCalendarQuery, visitToAnswer } from '../../lib/own-calendar.ts'
import { momentOf } from '../../lib/time.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** On the page of today: a visit is near, and its questions are not answered yet. Without a connection nothing is said. */
export function BeforeVisitCard({ now }: { now: string }) {
  const { t } = useLingui()
  const own = useQuery({ ...ownCalendarQuery, retry: false }).data
  const visit = own && visitToAnswer(own, now)
  if (visit === undefined) return null
  return (
    <Card label={t`Before your visit`}>
      <h2>
        <Trans>Before your visit</Trans>
      </h2>
      <p>
        {momentOf(visit.starts)}, {visit.staff.name}
      </p>
      <Link to="/visits/$id/check-in" params={{ id: visit.id }} className={buttonClass('plain', true)}>
        <Trans>Answer a few questions</Trans>
      </Link>
    </Card>
  )
}
