import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../ui/button.tsx'
import { Card, type Tone } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'

/** The way to the calmer days, offered where somebody says that it has become much worse. */
export function FlaredUp({ tone = 'calm' }: { tone?: Tone }) {
  return (
    <Card tone={tone}>
      <h2>
        <Trans>Has it flared up?</Trans>
      </h2>
      <p>
        <Trans>Then there is a calmer plan for the next days.</Trans>
      </p>
      <Actions>
        <Link to="/day" search={{ q: 'flare-up' }} className={buttonClass('plain', true)}>
          <Trans>Yes, it has flared up</Trans>
        </Link>
      </Actions>
    </Card>
  )
}
