import type { StaffMe } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './clinician-frame.module.css'

/** By which the pages of one browser tell one another that it has gone on at another clinic. */
const CHANNEL = 'dorsal-clinic'

/** A page that another one has left behind, or that the way back brings up as it was, begins anew: it shows the clinic before. */
export function watchClinic(): () => void {
  const again = () => window.location.replace('/clinician')
  const returned = ({ persisted }: PageTransitionEvent) => {
    if (persisted) again()
  }
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : null
  channel?.addEventListener('message', again)
  window.addEventListener('pageshow', returned)
  return () => {
    channel?.close()
    window.removeEventListener('pageshow', returned)
  }
}

/** At which clinic somebody is, and for whoever works at several the way to another. */
export function ClinicSwitch({ staff }: { staff: StaffMe }) {
  const { busy, failed, run } = useDoing()
  const others = staff.clinics.filter(({ clinicId }) => clinicId !== staff.clinicId)
  if (others.length === 0) return <span className={styles['clinic']}>{staff.clinic}</span>
  const go = (clinicId: string) =>
    void run(async () => {
      await call('switchClinic', { body: { clinicId } })
      new BroadcastChannel(CHANNEL).postMessage(null)
      // A page of its own, and none to go back to: nothing of the clinic before is left in memory.
      window.location.replace('/clinician')
    })
  return (
    <details className={styles['clinic']}>
      <summary>
        <span className="visually-hidden">
          <Trans>You are at</Trans>{' '}
        </span>
        <strong>{staff.clinic}</strong>
      </summary>
      <div className={styles['others']}>
        {others.map(({ clinicId, name }) => (
          <Button key={clinicId} look="plain" disabled={busy} onClick={() => go(clinicId)}>
            <Trans>Go on at {name}</Trans>
          </Button>
        ))}
      </div>
      {failed ? <ErrorNote error={failed} /> : null}
    </details>
  )
}
