import type { DeskVisit } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'

/** The way to the page of a visit, where there is one: no link leads nowhere. */
export function VisitLink({ visit }: { visit: DeskVisit }) {
  const paths: Readonly<Record<string, unknown>> = useRouter().routesByPath
  if (!('/visits/$id' in paths)) return null
  return (
    <a href={`/clinician/visits/${visit.id}`}>
      <Trans>The visit</Trans>
      <span className="visually-hidden"> {visit.who}</span>
    </a>
  )
}
