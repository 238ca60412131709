import type { OwnVisit } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** A few questions before a visit, so that it begins with what matters; or what was answered, to be changed. */
export function CheckInLink({ own: { visit, checkIn } }: { own: OwnVisit }) {
  const given = checkIn === 'given'
  return (
    <Card tone={given ? 'calm' : 'accent'}>
      <h2>
        <Trans>Before your visit</Trans>
      </h2>
      <p>
        {given ? (
          <Trans>You answered the questions. You can change your answers until the visit begins.</Trans>
        ) : (
          <Trans>A few short questions, so that more of the visit is yours. You may skip most of them.</Trans>
        )}
      </p>
      <Link
        to="/visits/$id/check-in"
        params={{ id: visit.id }}
        className={buttonClass(given ? 'plain' : 'main', true)}
      >
        {given ? <Trans>Change my answers</Trans> : <Trans>Answer now</Trans>}
      </Link>
    </Card>
  )
}
