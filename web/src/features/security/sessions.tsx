import type { StaffSecurity } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './security-page.module.css'

type Props = { security: StaffSecurity; onChanged: () => void }

/** Where this person is signed in, and how to end that elsewhere. */
export function Sessions({ security, onChanged }: Props) {
  const { t, i18n } = useLingui()
  const { busy, failed, run } = useDoing()
  const others = security.sessions.filter((session) => !session.current)
  const end = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work()
      onChanged()
    })
  return (
    <Card label={t`Where you are signed in`}>
      <h2>
        <Trans>Where you are signed in</Trans>
      </h2>
      <p>
        <Trans>
          You are signed out after {security.idleMinutes} minutes without use, and after{' '}
          {security.absoluteHours} hours in any case.
        </Trans>
      </p>
      {failed ? <ErrorNote error={failed} /> : null}
      <ul className={styles['rows']}>
        {security.sessions.map((session) => (
          <li key={session.id}>
            <span>
              <strong>{session.device || t`Unknown browser`}</strong>{' '}
              <small>
                {session.current ? (
                  <Trans>this one</Trans>
                ) : (
                  <Trans>last used {shortMomentOf(session.lastSeenAt, i18n.locale)}</Trans>
                )}
              </small>
            </span>
            {!session.current && (
              <Button
                look="quiet"
                disabled={busy}
                onClick={() => end(() => call('endStaffSession', { params: { id: session.id } }))}
              >
                <Trans>Sign out there</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div>
          <Button look="plain" disabled={busy} onClick={() => end(() => call('endOtherStaffSessions'))}>
            <Trans>Sign out everywhere else</Trans>
          </Button>
        </div>
      )}
    </Card>
  )
}
