import { type StaffMe, TEAM_ROLES } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { useConfigIfKnown } from '../../lib/config.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { CoSignLink } from './co-sign-link.tsx'
import { ClinicSwitch } from './clinic-switch.tsx'
import styles from './clinician-frame.module.css'

const DESK: readonly StaffMe['role'][] = [...TEAM_ROLES, 'front-desk']

type Props = { staff: StaffMe; onSignOut: () => Promise<void>; children: ReactNode }

/** What stands round every page of the clinician: who is signed in, the standing banner, the way out. */
export function ClinicianFrame({ staff, onSignOut, children }: Props) {
  const config = useConfigIfKnown()
  const [failed, setFailed] = useState<unknown>(null)
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        <Trans>Skip to the content</Trans>
      </a>
      <header>
        {(config?.demo || config?.unsignedContent) && (
          <div className={styles['banner']} role="note">
            {config.demo ? (
              <Trans>Demonstration with made-up patients. The clinical content is not signed off.</Trans>
            ) : (
              <Trans>The clinical content is not signed off by a licensed clinician yet.</Trans>
            )}
          </div>
        )}
        <div className={styles['head']}>
          <a href="/clinician" className={styles['brand']}>
            Dorsal
          </a>
          <ClinicSwitch staff={staff} />
          {DESK.includes(staff.role) && (
            <a className={styles['link']} href="/clinician/schedule">
              <Trans>Calendar</Trans>
            </a>
          )}
          {staff.role === 'therapist' && (
            <a className={styles['link']} href="/clinician/today">
              <Trans>Today</Trans>
            </a>
          )}
          <CoSignLink role={staff.role} />
          {(staff.role === 'clinic-admin' || staff.role === 'therapist') && (
            <a className={styles['link']} href="/clinician/load">
              <Trans>Load</Trans>
            </a>
          )}
          {TEAM_ROLES.includes(staff.role) && (
            <a className={styles['link']} href="/clinician/content">
              <Trans>Content</Trans>
            </a>
          )}
          {staff.role === 'clinic-admin' && (
            <a className={styles['link']} href="/clinician/people">
              <Trans>Clinic</Trans>
            </a>
          )}
          <a className={styles['link']} href="/clinician/account">
            <span className="visually-hidden">
              <Trans>Your account</Trans>:{' '}
            </span>
            {staff.name}
          </a>
          <Button look="quiet" onClick={() => void onSignOut().catch(setFailed)}>
            <Trans>Sign out</Trans>
          </Button>
        </div>
      </header>
      <main id="content" className={styles['main']}>
        {failed ? <ErrorNote error={failed} /> : null}
        {children}
      </main>
    </div>
  )
}

export function NoSuchPage() {
  return (
    <div>
      <h1>
        <Trans>There is nothing here</Trans>
      </h1>
      <p>
        <a href="/clinician">
          <Trans>Go to your patients</Trans>
        </a>
      </p>
    </div>
  )
}
