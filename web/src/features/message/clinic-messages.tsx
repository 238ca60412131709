import type { ClinicThread, Message } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'
import { nowInstant, shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { AnswerForm } from './answer-form.tsx'
import { ClinicLetters } from './clinic-letters.tsx'
import { isTyping } from '../../lib/is-typing.ts'
import styles from './message.module.css'
import { durationOf } from './promise-words.ts'

/** The person is told that their message was read only once somebody has opened the messages, not the page that they stand on. */
const unseen = ({ messages }: ClinicThread): Message[] =>
  messages.filter(({ from, readAt }) => from === 'patient' && readAt === null)

function Waits({ thread }: { thread: ClinicThread }) {
  const { i18n } = useLingui()
  const { dueAt, waitingSince } = thread
  if (waitingSince === null || dueAt === null) return null
  const by = shortMomentOf(dueAt, i18n.locale)
  return dueAt < nowInstant() ? (
    <span className={styles['late']}>
      <Trans>Late: an answer was promised by {by}</Trans>
    </span>
  ) : (
    <span>
      <Trans>Waits for an answer, promised by {by}</Trans>
    </span>
  )
}

/** How the clinic keeps its promise, over everybody and the last three months. */
function Figures({ figures }: Pick<ClinicThread, 'figures'>) {
  const { i18n } = useLingui()
  if (figures.kept === null) return null
  const share = Math.round(figures.kept * 100)
  const time = durationOf(figures.medianHours ?? 0, i18n.locale)
  return (
    <p className={styles['state']}>
      <Trans>
        In the last three months the clinic answered {share} % of messages in time ({figures.messages}{' '}
        counted), half of them within {time}.
      </Trans>
    </p>
  )
}

/** The messages with one person, inside their page. The key m opens them and goes to the field. */
export function ClinicMessages({ patientId, label }: { patientId: string; label: string }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['messages', patientId],
    queryFn: ({ signal }) => call('clinicThread', { params: { id: patientId }, signal }),
    refetchInterval: pollEvery(10_000),
  })
  const [open, setOpen] = useState(() => window.location.hash === '#messages')
  const [toField, setToField] = useState(open)
  const [older, setOlder] = useState<Message[]>([])
  const form = useRef<HTMLFormElement>(null)
  const thread = query.data
  const there = thread !== undefined

  const changed = async () => {
    await client.invalidateQueries({ queryKey: ['messages', patientId] })
    await client.invalidateQueries({ queryKey: ['panel'] })
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'm' || isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey)
        return
      event.preventDefault()
      setOpen(true)
      setToField(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    const field = there ? form.current?.querySelector('textarea') : null
    if (!open || !toField || !field) return
    field.focus()
    setToField(false)
  }, [open, toField, there])
  const newest = thread ? unseen(thread).at(-1)?.id : undefined
  useEffect(() => {
    if (!open || newest === undefined) return
    void call('seeMessages', { params: { id: patientId, messageId: newest } })
      .then(() => client.invalidateQueries({ queryKey: ['messages', patientId] }))
      .catch(() => undefined)
  }, [open, newest, patientId, client])

  if (!thread)
    return query.error ? <ErrorNote error={query.error} onRetry={() => void query.refetch()} /> : null
  const known = new Set(thread.messages.map(({ id }) => id))
  const messages = [...older.filter(({ id }) => !known.has(id)), ...thread.messages]
  const last = thread.messages.findLast(({ from }) => from === 'patient')
  const unread = unseen(thread).length
  return (
    <section id="messages" aria-label={t`Messages`}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles['summary']}>
          <h2>
            <Trans>Messages</Trans>
          </h2>
          {unread > 0 && (
            <strong data-unread={unread}>
              <Plural value={unread} one="# new" other="# new" />
            </strong>
          )}
          <Waits thread={thread} />
          <span className={styles['state']}>
            <Trans>Key: m</Trans>
          </span>
        </summary>
        <div className={styles['desk']}>
          <AnswerForm
            patientId={patientId}
            thread={thread}
            form={form}
            send={async (id, words, photos) => {
              await call('answerMessage', { params: { id: patientId, messageId: id }, body: { id, words } })
              for (const photo of photos)
                await call('addPicture', {
                  params: { id: patientId, pictureId: photo.id },
                  body: { ...photo, messageId: id },
                })
              await changed()
            }}
          />
          {thread.waitingSince !== null && last && (
            <div>
              <Button
                look="quiet"
                onClick={() =>
                  void call('settleMessages', { params: { id: patientId, messageId: last.id } }).then(changed)
                }
              >
                <Trans>No answer needed</Trans>
              </Button>
            </div>
          )}
          {messages.length === 0 ? (
            <p className={styles['state']}>
              <Trans>Nothing was written yet.</Trans>
            </p>
          ) : (
            <ClinicLetters patientId={patientId} messages={messages} label={label} />
          )}
          {thread.earlier && older.length === 0 && messages[0] && (
            <Button
              look="plain"
              onClick={() =>
                void call('clinicThreadBefore', {
                  params: { id: patientId, messageId: messages[0]?.id ?? '' },
                }).then((page) => setOlder([...page.messages, ...messages]))
              }
            >
              <Trans>Show earlier messages</Trans>
            </Button>
          )}
          <Figures figures={thread.figures} />
        </div>
      </details>
    </section>
  )
}
