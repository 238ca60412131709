import type { Feed, FeedWish } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../lib/new-id.ts'
import { newToken } from '../lib/new-token.ts'
import { ownZone } from '../lib/own-calendar.ts'
import { dateOf, momentOf } from '../lib/time.ts'
import { Button } from './button.tsx'
import styles from './calendar-feeds.module.css'
import { Notice } from './card.tsx'
import { Many } from './choice.tsx'
import { ErrorNote } from './error-note.tsx'
import { Actions } from './page.tsx'
import { useDoing } from './use-doing.ts'

type Props = {
  feeds: readonly Feed[]
  /** Whether there are sessions at home that may stand in it too. */
  withSessions: boolean
  make: (wish: FeedWish) => Promise<unknown>
  drop: (id: string) => Promise<unknown>
  onChanged: () => void
}

/** An address that is shown once: only its hash is kept. */
function Address({ token }: { token: string }) {
  const [copied, setCopied] = useState(false)
  const address = `${location.origin}/calendar/${token}.ics`
  return (
    <Notice tone="ok">
      <p>
        <Trans>
          Add this address to your calendar program as a calendar from the internet. It is shown this once.
          Whoever has it sees when and where, so keep it to yourself.
        </Trans>
      </p>
      <label className={styles['address']}>
        <Trans>Secret address</Trans>
        <input readOnly value={address} spellCheck={false} onFocus={(event) => event.target.select()} />
      </label>
      <Actions>
        <Button
          look="plain"
          onClick={() =>
            void navigator.clipboard.writeText(address).then(
              () => setCopied(true),
              () => undefined,
            )
          }
        >
          <Trans>Copy the address</Trans>
        </Button>
        <output>{copied && <Trans>Copied.</Trans>}</output>
      </Actions>
    </Notice>
  )
}

/** The secret addresses by which calendar programs read along: made, listed, taken back. */
export function CalendarFeeds({ feeds, withSessions, make, drop, onChanged }: Props) {
  const { t, i18n } = useLingui()
  const [sessions, setSessions] = useState<readonly string[]>([])
  const [made, setMade] = useState<{ id: string; token: string } | null>(null)
  const { busy, failed, run } = useDoing()
  const add = () =>
    run(async () => {
      const wish = { id: newId(), token: newToken() }
      const lang = i18n.locale.slice(0, 2)
      await make({ ...wish, sessions: sessions.length > 0, zone: ownZone(), lang })
      setMade(wish)
      onChanged()
    })
  const take = (id: string) =>
    run(async () => {
      await drop(id)
      if (made?.id === id) setMade(null)
      onChanged()
    })
  return (
    <div className={styles['feeds']}>
      {withSessions && (
        <Many
          legend={t`What else may stand in it`}
          options={[
            {
              value: 'sessions',
              label: t`My sessions at home`,
              hint: t`Under the name “Time for myself”, on their days.`,
            },
          ]}
          values={sessions}
          onChange={setSessions}
        />
      )}
      <div>
        <Button look="plain" disabled={busy} onClick={() => void add()}>
          <Trans>Make a secret address</Trans>
        </Button>
      </div>
      {failed ? <ErrorNote error={failed} /> : null}
      <div aria-live="polite">{made && <Address key={made.id} token={made.token} />}</div>
      {feeds.length > 0 && (
        <ul className={styles['list']} aria-label={t`Calendars that read along`}>
          {feeds.map(({ id, sessions: both, madeAt, readAt }) => {
            const since = dateOf(madeAt)
            const last = readAt === null ? null : momentOf(readAt)
            return (
              <li key={id}>
                <div>
                  <p>
                    <Trans>Made on {since}</Trans>
                    {both && (
                      <>
                        {' · '}
                        <Trans>with sessions at home</Trans>
                      </>
                    )}
                  </p>
                  <p className={styles['soft']}>
                    {last === null ? <Trans>Not read yet</Trans> : <Trans>Last read: {last}</Trans>}
                  </p>
                </div>
                <Button look="quiet" disabled={busy} onClick={() => void take(id)}>
                  <Trans>Take it back</Trans>
                  <span className="visually-hidden">: {since}</span>
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
