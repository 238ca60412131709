import type { StaffMe } from '@dorsal/care'
import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'
import styles from './clinician-frame.module.css'

/** The way to the notes that wait for a therapist's signature, with how many there are. Nothing waits: no link. */
export function CoSignLink({ role }: Pick<StaffMe, 'role'>) {
  const signs = role === 'therapist' || role === 'clinic-admin'
  const count = useQuery({
    queryKey: ['co-sign-count'],
    queryFn: ({ signal }) => call('coSignCount', { signal }),
    enabled: signs,
    refetchInterval: pollEvery(60_000),
  })
  const waiting = count.data?.waiting ?? 0
  if (!signs || waiting === 0) return null
  return (
    <a className={styles['link']} href="/clinician/co-sign">
      <Trans>To co-sign</Trans>&nbsp;
      <span className={styles['count']}>
        {waiting}
        <span className="visually-hidden">
          {' '}
          <Plural value={waiting} one="note waits" other="notes wait" />
        </span>
      </span>
    </a>
  )
}
