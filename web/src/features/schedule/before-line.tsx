import type { VisitCheckInGiven } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { SINCE } from './before-visit.tsx'

const MOST = 90

/** What somebody said before a visit, on one line: first whether a danger question was answered with yes. */
export function BeforeLine({ said }: { said: VisitCheckInGiven }) {
  const { i18n } = useLingui()
  const { visitId, answers, pain, since, wish } = said
  const short = wish !== null && wish.length > MOST ? `${wish.slice(0, MOST)}…` : wish
  const rest = [since && i18n._(SINCE[since]), short && `“${short}”`].filter(Boolean).join(' · ')
  return (
    <span data-said={visitId}>
      <Trans>Said before it</Trans>:{' '}
      {Object.values(answers).includes('yes') && (
        <strong>
          <span aria-hidden="true">▲ </span>
          <Trans>a danger question with yes</Trans>{' '}
        </strong>
      )}
      {pain !== null && <Trans>pain {pain} of 10</Trans>}
      {pain !== null && rest !== '' && ' · '}
      {rest}
    </span>
  )
}
