import type { DeskVisit } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'

/** The way to the page of a visit. */
export function VisitLink({ visit }: { visit: DeskVisit }) {
  return (
    <a href={`/clinician/visits/${visit.id}`}>
      <Trans>The visit</Trans>
      <span className="visually-hidden"> {visit.who}</span>
    </a>
  )
}
