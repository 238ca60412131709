import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { configQuery } from '../../lib/config.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './clinic.module.css'
import { PromiseForm } from './promise-form.tsx'

/** What this clinic has set: by itself, and by whoever hosts it. */
export function SettingsPage() {
  const { t } = useLingui()
  const config = useQuery(configQuery)
  const promise = useQuery({
    queryKey: ['reply-promise'],
    queryFn: ({ signal }) => call('replyPromise', { signal }),
  })
  const error = config.error ?? promise.error
  if (error)
    return <ErrorNote error={error} onRetry={() => void Promise.all([config.refetch(), promise.refetch()])} />
  if (!config.data || !promise.data) return <Waiting />
  const set = config.data
  const no = t`not set`
  return (
    <>
      <title>{`${t`Settings`} · Dorsal`}</title>
      <h1>
        <Trans>Settings</Trans>
      </h1>
      <Card label={t`Answers to messages`}>
        <h2>
          <Trans>Answers to messages</Trans>
        </h2>
        <PromiseForm rule={promise.data.rule} onKept={() => void promise.refetch()} />
      </Card>
      <Card label={t`Set where the product runs`}>
        <h2>
          <Trans>Set where the product runs</Trans>
        </h2>
        <p>
          <Trans>Whoever hosts the product sets these; the deployment guide names each.</Trans>
        </p>
        <dl className={styles['facts']}>
          <dt>
            <Trans>Name of the clinic</Trans>
          </dt>
          <dd>{set.clinic}</dd>
          <dt>
            <Trans>How to reach it</Trans>
          </dt>
          <dd>{set.contactLine || no}</dd>
          <dt>
            <Trans>Country</Trans>
          </dt>
          <dd>{set.country ?? no}</dd>
          <dt>
            <Trans>Emergency number</Trans>
          </dt>
          <dd>{set.emergencyNumber ?? no}</dd>
          <dt>
            <Trans>Crisis number</Trans>
          </dt>
          <dd>{set.crisisNumber ?? no}</dd>
          <dt>
            <Trans>First plan</Trans>
          </dt>
          <dd>
            {set.firstPlan === 'immediate' ? (
              <Trans>takes effect at once</Trans>
            ) : (
              <Trans>waits for a clinician</Trans>
            )}
          </dd>
          <dt>
            <Trans>Mail</Trans>
          </dt>
          <dd>{set.mail ? <Trans>is sent</Trans> : <Trans>is not set up</Trans>}</dd>
          <dt>
            <Trans>A record without a contact is erased after</Trans>
          </dt>
          <dd>
            <Trans>{set.anonRetentionDays} days without use</Trans>
          </dd>
          <dt>
            <Trans>Clinical content</Trans>
          </dt>
          <dd>
            {set.contentVersion}{' '}
            {set.unsignedContent && (
              <strong>
                <Trans>not signed off</Trans>
              </strong>
            )}
          </dd>
        </dl>
      </Card>
    </>
  )
}
