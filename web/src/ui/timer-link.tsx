import type { DailyOffer } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { buttonClass } from './button.tsx'

/** From a line of the plan to its timer, where one is offered now. */
export function TimerLink({ itemId, offers }: { itemId: string; offers: readonly DailyOffer[] }) {
  const offer = offers.find(({ planItemIds }) => planItemIds.includes(itemId))
  if (offer === undefined) return null
  return (
    <Link to="/daily" search={{ q: offer.id }} className={buttonClass('quiet')}>
      <Trans>Start the timer</Trans>
      <span className="visually-hidden">: {offer.title}</span>
    </Link>
  )
}
