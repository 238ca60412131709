import type { Me } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'
import styles from './today-page.module.css'

/** After the end of a course: what keeps the back well, and the way back in if the pain returns. */
export function KeepUp({ ended }: { ended: NonNullable<Me['ended']> }) {
  return (
    <Card tone="ok">
      <h2>
        <Trans>You have reached the end of the programme</Trans>
      </h2>
      <p>
        <Trans>This is what helps your back to stay well:</Trans>
      </p>
      <ul className={styles['list']}>
        {ended.keepUp.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Actions>
        {ended.comeBack === 'again' ? (
          <Link to="/day" search={{ q: 'again' }} className={buttonClass('plain', true)}>
            <Trans>The pain is back</Trans>
          </Link>
        ) : (
          <Link to="/start" className={buttonClass('plain', true)}>
            <Trans>The pain is back</Trans>
          </Link>
        )}
      </Actions>
    </Card>
  )
}
