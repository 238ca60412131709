import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './clinic.module.css'

/** Records that were opened with a reason, each to be looked into once. */
export function Openings() {
  const { t, i18n } = useLingui()
  const opened = useQuery({ queryKey: ['opened'], queryFn: ({ signal }) => call('opened', { signal }) })
  const { busy, failed, run } = useDoing()
  if (opened.isPending) return <Waiting />
  if (!opened.data) return <ErrorNote error={opened.error} onRetry={() => void opened.refetch()} />
  const review = (id: string) =>
    void run(async () => {
      await call('reviewOpened', { params: { id } })
      await opened.refetch()
    })
  const { openings } = opened.data
  return (
    <Card label={t`Opened with a reason`}>
      <h2>
        <Trans>Opened with a reason</Trans>
      </h2>
      {failed ? <ErrorNote error={failed} /> : null}
      {openings.length === 0 && (
        <p>
          <Trans>None in the last quarter.</Trans>
        </p>
      )}
      <ul className={styles['rows']}>
        {openings.map((one) => (
          <li key={one.id} className={styles['row']}>
            <div>
              <strong>{one.by}</strong>
              <p className={styles['soft']}>
                {shortMomentOf(one.at, i18n.locale)} – {shortMomentOf(one.until, i18n.locale)}
              </p>
            </div>
            <div>{one.label}</div>
            <div>
              <p>{one.reason}</p>
              {one.reviewedAt === null ? (
                <Button look="plain" disabled={busy} onClick={() => review(one.id)}>
                  <Trans>I have looked into it</Trans>
                </Button>
              ) : (
                <p className={styles['soft']}>
                  <Trans>
                    looked into by {one.reviewedBy ?? '–'}, {shortMomentOf(one.reviewedAt, i18n.locale)}
                  </Trans>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
