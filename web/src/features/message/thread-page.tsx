import { type CardId, type Message, OUTCOMES } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { call } from '../../lib/api.ts'
import { usePatientContent, usePublicConfig } from '../../lib/config.ts'
import { meQuery, refreshMe } from '../../lib/me.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Compose } from './compose.tsx'
import { Danger } from './danger.tsx'
import styles from './message.module.css'
import { OwnLetters } from './own-letters.tsx'
import { ReplyPromise } from './promise.tsx'
import { threadQuery } from './thread-query.ts'
import { useUnsentMessages } from './unsent-messages.ts'

/** The card of what was written last and that nobody at the clinic has said to know yet. */
function standingCard(messages: readonly Message[]): CardId | null {
  const flag = messages.findLast((message) => message.flag !== null)?.flag
  if (!flag || flag.seenAt !== null || OUTCOMES[flag.level].card !== 'stop') return null
  return flag.card
}

/** The person's messages with their clinic: what to do in an emergency, by when an answer comes, the field, and all that was written. */
export function ThreadPage() {
  const { t } = useLingui()
  const config = usePublicConfig()
  const content = usePatientContent()
  const client = useQueryClient()
  const query = useQuery(threadQuery)
  const [older, setOlder] = useState<{ messages: Message[]; earlier: boolean } | null>(null)
  const [danger, setDanger] = useState<CardId | null>(null)
  const arrived = useCallback(() => {
    void client.invalidateQueries({ queryKey: threadQuery.queryKey })
    void refreshMe(client).catch(() => undefined)
  }, [client])
  const unsent = useUnsentMessages(arrived)

  const thread = query.data?.thread ?? null
  const unread = thread?.unread ?? 0
  const newest = thread?.messages.findLast(({ from }) => from === 'clinic')?.id
  useEffect(() => {
    if (unread === 0 || newest === undefined || query.data?.offline) return
    void call('readMessages', { params: { id: newest } })
      .then(() => client.invalidateQueries({ queryKey: meQuery.queryKey }))
      .catch(() => undefined)
  }, [unread, newest, query.data?.offline, client])

  if (query.isPending) return <Waiting />
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  const known = new Set(thread?.messages.map(({ id }) => id))
  const messages = [
    ...(older?.messages ?? []).filter(({ id }) => !known.has(id)),
    ...(thread?.messages ?? []),
  ]
  const earlier = older?.earlier ?? thread?.earlier ?? false
  const first = messages[0]
  const card = danger ?? standingCard(messages)
  const { clinic } = config
  const therapist = thread?.therapist
  return (
    <Page
      title={t`Messages`}
      lead={
        therapist ? (
          <Trans>
            Write to {therapist} at {clinic}.
          </Trans>
        ) : (
          <Trans>Write to {clinic}.</Trans>
        )
      }
    >
      {card && <Danger card={card} cards={content.redFlags.cards} config={config} fresh={danger !== null} />}
      {!card && (
        <Card tone="danger" label={t`In an emergency`}>
          <div className={styles['emergency']}>
            <p>
              <strong>
                <Trans>Not for emergencies.</Trans>
              </strong>{' '}
              <Trans>Nobody may read this today. If you feel in danger, call now.</Trans>
            </p>
            <EmergencyCall {...config} />
          </div>
        </Card>
      )}
      <Card label={t`Write a message`}>
        <Stack>
          {thread?.open === false ? (
            <Notice>
              <p>
                <Trans>Your course has ended, and the clinic takes no more messages about it here.</Trans>{' '}
                {config.contactLine}
              </p>
            </Notice>
          ) : (
            thread && <ReplyPromise rule={thread.rule} />
          )}
          {query.data.offline && (
            <Notice>
              <p>
                <Trans>
                  There is no connection. You can write all the same: your message is kept on this device and
                  sent later.
                </Trans>
              </p>
            </Notice>
          )}
          {thread?.open !== false && <Compose content={content} messages={messages} onDanger={setDanger} />}
        </Stack>
      </Card>
      <p>
        <Link to="/documents" className={buttonClass('plain')}>
          <Trans>Give or see documents</Trans>
        </Link>
      </p>
      <section aria-labelledby="letters">
        <Stack>
          <h2 id="letters">
            <Trans>All messages, the newest first</Trans>
          </h2>
          {messages.length + unsent.messages.length === 0 ? (
            <p>
              <Trans>Nothing was written yet.</Trans>
            </p>
          ) : (
            <OwnLetters messages={messages} unsent={unsent} config={config} />
          )}
          {earlier && first && !query.data.offline && (
            <div>
              <Button
                look="plain"
                onClick={() =>
                  void call('threadBefore', { params: { id: first.id } }).then((page) =>
                    setOlder({
                      messages: [...page.messages, ...messages],
                      earlier: page.earlier,
                    }),
                  )
                }
              >
                <Trans>Show earlier messages</Trans>
              </Button>
            </div>
          )}
        </Stack>
      </section>
    </Page>
  )
}
