import { ENTRY_MINUTES } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { useConfigIfKnown } from '../../lib/config.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './devices-page.module.css'
import { OwnEmail } from './own-email.tsx'
import { OwnPasskeys } from './own-passkeys.tsx'
import { EntryCode } from './entry-code.tsx'

/** The devices on which this person's record is open: one more by a code, and the end of one that is lost. No password, no name. */
export function DevicesPage() {
  const { t } = useLingui()
  const [token, setToken] = useState<string | null>(null)
  const { busy, failed, run } = useDoing()
  const make = () => run(async () => setToken((await call('makeEntry')).token))
  return (
    <Page
      title={t`Your devices`}
      lead={
        <Trans>Go on with the same plan on your phone, a tablet or a computer. You need no password.</Trans>
      }
    >
      <Card label={t`One more device`}>
        <h2>
          <Trans>One more device</Trans>
        </h2>
        {token === null ? (
          <>
            <p>
              <Trans>
                Show a code here and point the camera of your other device at it. It opens your whole record
                there, once, within {ENTRY_MINUTES} minutes. Show it to nobody else.
              </Trans>
            </p>
            <Actions>
              <Button disabled={busy} onClick={() => void make()}>
                <Trans>Show the code</Trans>
              </Button>
            </Actions>
          </>
        ) : (
          <EntryCode token={token} onDone={() => setToken(null)} />
        )}
        {failed ? <ErrorNote error={failed} /> : null}
      </Card>
      <OpenOn listening={token !== null} />
      <Notice>
        <p>
          <Trans>
            If you lose all your devices and have no other way in, nobody can open your record for you from
            outside. Your clinic still has it.
          </Trans>
        </p>
      </Notice>
    </Page>
  )
}

/** Where the record is open. While a code is shown, it is looked at anew, so that the other device appears. */
function OpenOn({ listening }: { listening: boolean }) {
  const mail = useConfigIfKnown()?.mail === true
  const { t, i18n } = useLingui()
  const { busy, failed, run } = useDoing()
  const open = useQuery({
    queryKey: ['devices'],
    queryFn: ({ signal }) => call('myDevices', { signal }),
    refetchInterval: listening ? 4_000 : false,
  })
  if (open.isPending) return <Waiting />
  if (!open.data) return <ErrorNote error={open.error} onRetry={() => void open.refetch()} />
  const end = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work()
      await open.refetch()
    })
  const { devices, passkeys, email } = open.data
  return (
    <>
      <Card label={t`Where your record is open`}>
        <h2>
          <Trans>Where your record is open</Trans>
        </h2>
        <ul className={styles['rows']} data-devices={devices.length}>
          {devices.map((device) => (
            <li key={device.id}>
              <span>
                <strong>{device.device || t`A browser`}</strong>{' '}
                <small>
                  {device.current ? (
                    <Trans>this one</Trans>
                  ) : (
                    <Trans>
                      last used {shortMomentOf(device.lastSeenAt ?? device.createdAt, i18n.locale)}
                    </Trans>
                  )}
                </small>
              </span>
              {!device.current && (
                <Button
                  look="plain"
                  disabled={busy}
                  onClick={() => end(() => call('endDevice', { params: { id: device.id } }))}
                >
                  <Trans>Close it there</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
        {failed ? <ErrorNote error={failed} /> : null}
        {devices.length > 2 && (
          <Actions>
            <Button look="plain" disabled={busy} onClick={() => end(() => call('endOtherDevices'))}>
              <Trans>Close it everywhere else</Trans>
            </Button>
          </Actions>
        )}
      </Card>
      {mail && <OwnEmail email={email} onChanged={() => void open.refetch()} />}
      <OwnPasskeys passkeys={passkeys} onChanged={() => void open.refetch()} />
    </>
  )
}
