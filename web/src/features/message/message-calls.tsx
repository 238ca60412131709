import type { MessageCall } from '@dorsal/care'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Notice } from '../../ui/card.tsx'
import styles from './message.module.css'

const CALLED: Readonly<Record<MessageCall['called'], ReturnType<typeof msg>>> = {
  team: msg`calls the team`,
  clinicians: msg`calls every clinician by now`,
  admins: msg`calls everybody by now, the admin too`,
}

/** Messages with a warning sign that nobody has said to have seen, above everything else of the desk. */
export function MessageCalls() {
  const { t, i18n } = useLingui()
  const query = useQuery({
    queryKey: ['message-calls'],
    queryFn: ({ signal }) => call('messageCalls', { signal }),
    refetchInterval: pollEvery(10_000),
  })
  const calls = query.data?.calls ?? []
  if (calls.length === 0) return null
  return (
    <section aria-label={t`Messages that nobody has seen`} role="alert">
      <ul className={styles['calls']}>
        {calls.map(({ taskId, patientId, label, since, called, cares }) => (
          <li key={taskId}>
            <Notice tone="danger">
              <p>
                <strong>
                  <Trans>▲ A message with a warning sign, and nobody has seen it:</Trans>
                </strong>{' '}
                <Link to="/patients/$id" params={{ id: patientId }} hash="messages">
                  {label}
                </Link>
                {' · '}
                <Trans>since {shortMomentOf(since, i18n.locale)}</Trans>
                {' · '}
                {i18n._(CALLED[called])}
                {!cares && (
                  <>
                    {' · '}
                    <Trans>not on your list: it opens with a reason</Trans>
                  </>
                )}
              </p>
            </Notice>
          </li>
        ))}
      </ul>
    </section>
  )
}
