import type { OfferedTest } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions, Stack } from '../../ui/page.tsx'
import styles from './movement-check.module.css'

type OfferScreenProps = { further: readonly OfferedTest[]; onMore: () => void; onEnough: () => void }

/** What else could be looked at today, and how long it takes. Leaving it is just as good. */
export function OfferScreen({ further, onMore, onEnough }: OfferScreenProps) {
  const minutes = Math.ceil(further.reduce((sum, { test }) => sum + (test.offer?.minutes ?? 0), 0))
  return (
    <Stack>
      <p>
        <Trans>
          From what you told us, these tests can say more. Together they take about {minutes} minutes. You can
          stop after any of them.
        </Trans>
      </p>
      <Card>
        <ul className={styles['offered']}>
          {further.map(({ test }) => (
            <li key={test.id} lang={test.lang}>
              {test.name}
            </li>
          ))}
        </ul>
      </Card>
      <Actions>
        <Button large onClick={onMore}>
          <Trans>Go on</Trans>
        </Button>
        <Button large look="plain" onClick={onEnough}>
          <Trans>Enough for today</Trans>
        </Button>
      </Actions>
    </Stack>
  )
}
