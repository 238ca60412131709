import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { KEPT_DAYS } from '../lib/keep-time.ts'
import { outbox, sendQueued, type StoredRow } from '../lib/outbox-device.ts'
import { momentOf } from '../lib/time.ts'
import { useKept } from '../lib/use-kept.ts'
import { Button } from './button.tsx'
import { Notice } from './card.tsx'
import styles from './list.module.css'
import { Stack } from './page.tsx'

const KINDS: Readonly<Record<string, ReturnType<typeof msg>>> = {
  sendReport: msg`A session report`,
  sendDay: msg`What you told about a day`,
  sendCheckIn: msg`Answers to our questions`,
  finishDaily: msg`A timer of daily life`,
  sendMessage: msg`A message to the clinic`,
}

function useNameOf(): (row: StoredRow) => string {
  const { i18n } = useLingui()
  return ({ kind }) => i18n._(KINDS[kind ?? ''] ?? KINDS['sendReport']!)
}

/** What was removed because it could not be sent: said until the person has read it. */
function Gone({ row }: { row: StoredRow }) {
  const what = useNameOf()(row)
  const since = momentOf(row.createdAt)
  return (
    <Notice tone="warn" live>
      <p data-gone={row.id}>
        <Trans>
          {what} of {since} could not be sent for {KEPT_DAYS} days. For your privacy it is no longer kept.
          Tell the clinic what it was about, if it matters.
        </Trans>
      </p>
      <div>
        <Button look="plain" onClick={() => void outbox.dismiss(row.id)}>
          <Trans>I have read this</Trans>
        </Button>
      </div>
    </Notice>
  )
}

/** What lies on this device and is not sent yet: what it is, since when, and how it is kept. Nothing where nothing waits. */
export function KeptHere() {
  const { waiting, expired } = useKept()
  const nameOf = useNameOf()
  const { t } = useLingui()
  return (
    <>
      {expired.map((row) => (
        <Gone key={row.id} row={row} />
      ))}
      {waiting.length > 0 && (
        <Notice tone="accent">
          <section aria-label={t`Kept on this device`} data-kept={waiting.length}>
            <Stack gap="s">
              <h2>
                <Trans>Kept on this device</Trans>
              </h2>
              <ul className={styles['list']}>
                {waiting.map((row) => {
                  const what = nameOf(row)
                  const since = momentOf(row.createdAt)
                  return (
                    <li key={row.id}>
                      <Trans>
                        {what}, since {since}. Not sent yet.
                      </Trans>
                    </li>
                  )
                })}
              </ul>
              <p>
                <Trans>
                  It is encrypted, and only this browser can open it. It is sent as soon as there is a
                  connection, and kept for {KEPT_DAYS} days at most.
                </Trans>
              </p>
              <div>
                <Button look="plain" onClick={() => void sendQueued()}>
                  <Trans>Try to send it now</Trans>
                </Button>
              </div>
            </Stack>
          </section>
        </Notice>
      )}
    </>
  )
}
