import type { Retest } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'

/** That the movement tests are due again; nothing before. */
export function RetestCard({ retest, now }: { retest: Retest | null | undefined; now: string }) {
  if (!retest || Date.parse(retest.dueAt) > Date.parse(now)) return null
  return (
    <Card>
      <h2>
        <Trans>How do you move now?</Trans>
      </h2>
      <p>
        <Trans>It has been four weeks. The same few tests show what has changed.</Trans>
      </p>
      <Actions>
        <Link to="/check" className={buttonClass('plain', true)}>
          <Trans>Do the tests again</Trans>
        </Link>
      </Actions>
    </Card>
  )
}
