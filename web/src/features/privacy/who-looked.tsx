import type { Looker, Me } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { trailWords } from '../../ui/trail-words.ts'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './who-looked.module.css'

const KINDS: Readonly<Record<Looker['kind'], MessageDescriptor>> = {
  staff: msg`Somebody of the clinic`,
  caregiver: msg`Your caregiver`,
  helper: msg`Somebody with your link`,
  'api-key': msg`A program of the clinic`,
  system: msg`The system`,
}

const FIRST = 10

function Lookers() {
  const { i18n } = useLingui()
  const [all, setAll] = useState(false)
  const looked = useQuery({ queryKey: ['lookers'], queryFn: ({ signal }) => call('lookers', { signal }) })
  if (looked.isPending) return <Waiting />
  if (!looked.data) return <ErrorNote error={looked.error} onRetry={() => void looked.refetch()} />
  const { lookers } = looked.data
  if (lookers.length === 0)
    return (
      <p>
        <Trans>Nobody has looked yet.</Trans>
      </p>
    )
  return (
    <>
      <ul className={styles['list']}>
        {lookers.slice(0, all ? lookers.length : FIRST).map((one) => (
          <li key={`${one.last} ${one.what} ${one.by ?? ''}`}>
            <strong>{one.by ?? i18n._(KINDS[one.kind])}</strong> {i18n._(trailWords(one.what))}
            {one.times > 1 && <Trans> ({one.times} times)</Trans>}
            {one.outcome === 'refused' && (
              <>
                {' '}
                <strong>
                  <Trans>was refused</Trans>
                </strong>
              </>
            )}
            <br />
            <small>{shortMomentOf(one.last, i18n.locale)}</small>
          </li>
        ))}
      </ul>
      {!all && lookers.length > FIRST && (
        <Button look="plain" onClick={() => setAll(true)}>
          <Trans>Show all {lookers.length}</Trans>
        </Button>
      )}
    </>
  )
}

/** Who looked at the record or changed it; first those who opened it with a reason. */
export function WhoLooked({ opened }: { opened: Me['opened'] }) {
  const { t, i18n } = useLingui()
  const [open, setOpen] = useState(false)
  return (
    <Card label={t`Who looked at my record`}>
      <h2>
        <Trans>Who looked at my record</Trans>
      </h2>
      {opened.map(({ at, until, by, reason }) => (
        <Notice key={`${at} ${by}`} tone="warn">
          <p>
            <Trans>
              {by} is not on your team and opened your record from {shortMomentOf(at, i18n.locale)} until{' '}
              {shortMomentOf(until, i18n.locale)}, for this reason: {reason}
            </Trans>
          </p>
        </Notice>
      ))}
      {open ? (
        <Lookers />
      ) : (
        <p>
          <Button look="plain" onClick={() => setOpen(true)}>
            <Trans>Show who looked</Trans>
          </Button>
        </p>
      )}
    </Card>
  )
}
