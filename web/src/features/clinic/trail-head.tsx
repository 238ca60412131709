import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './clinic.module.css'

/** Gives a text to the browser to be kept as a file. */
function keepFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Whether the chain is whole, as far as a page can tell, and its head to be kept elsewhere. */
export function TrailHeadCard() {
  const { t, i18n } = useLingui()
  const [asked, setAsked] = useState(false)
  const check = useQuery({
    queryKey: ['trail-check'],
    queryFn: ({ signal }) => call('checkTrail', { signal }),
    enabled: asked,
    staleTime: Infinity,
    retry: false,
  })
  const head = useQuery({ queryKey: ['trail-head'], queryFn: ({ signal }) => call('trailHead', { signal }) })
  const { busy, failed, run } = useDoing()
  const exported = () =>
    void run(async () => {
      const given = await call('trailHead')
      keepFile(`dorsal-trail-${given.head?.seq ?? 0}.json`, `${JSON.stringify(given.head)}\n`)
    })
  const last = head.data?.head ?? null
  return (
    <Card label={t`Is it whole?`}>
      <h2>
        <Trans>Is it whole?</Trans>
      </h2>
      <p>
        <Trans>
          Each line is sealed with the one before it, so a line that is changed, left out or put in later
          shows. Only a head that is kept elsewhere shows that the end was cut off.
        </Trans>
      </p>
      {last !== null && (
        <p className={styles['code']}>
          <Trans>
            Line {last.seq}, sealed {shortMomentOf(last.at, i18n.locale)}: {last.hash}
          </Trans>
        </p>
      )}
      {check.data && (
        <Notice tone={check.data.faults.length === 0 ? 'ok' : 'danger'} live>
          <p>
            {check.data.faults.length === 0 ? (
              <Plural
                value={check.data.checked}
                one="One line checked: it fits."
                other="# lines checked: all fit."
              />
            ) : (
              <strong>
                <Trans>The trail is not whole.</Trans>
              </strong>
            )}{' '}
            {check.data.checked < check.data.sealed && (
              <Trans>The older ones are checked by “dorsal audit verify”.</Trans>
            )}{' '}
            <Plural
              value={check.data.unsealed}
              _0=""
              one="One line waits for its seal."
              other="# lines wait for their seal."
            />
          </p>
          {check.data.faults.length > 0 && (
            <ul>
              {check.data.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {check.error || failed ? <ErrorNote error={check.error ?? failed} /> : null}
      <Actions>
        <Button disabled={check.isFetching} onClick={() => (asked ? void check.refetch() : setAsked(true))}>
          <Trans>Check now</Trans>
        </Button>
        <Button look="plain" disabled={busy} onClick={exported}>
          <Trans>Save the head as a file</Trans>
        </Button>
      </Actions>
    </Card>
  )
}
