import { type Me, minutesOf, type PublicConfig } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { explain } from '../../lib/reasons.ts'
import { outbox, sendQueued } from '../../lib/outbox-device.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { doseWords } from '../../ui/dosage-words.ts'
import { KeptHere } from '../../ui/kept-here.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Beside } from './beside.tsx'
import { LastSessions } from './last-sessions.tsx'
import styles from './today-page.module.css'
import { todayOf } from './today-of.ts'

/** Session reports that are still only on this device. */
type Unsent = { queued: number; refused: { id: string; title: string; advice: string }[] }

type TodayPageProps = {
  me: Me
  config: PublicConfig
  offline: boolean
  unsent: Unsent
  now: string
  /** How it is the morning after a session. */
  morning: ReactNode
  /** Small timed things for the day. */
  daily: ReactNode
  /** What else today is: a flare-up, not today, a smaller programme. */
  day: ReactNode
  /** Something to read, if there is any today. */
  reading: ReactNode
  /** What is due to be asked. */
  questions: ReactNode
}

/** The next session: what is in it, what changed since the last one and why. */
function NextSession({ me, doneToday }: { me: Me; doneToday: boolean }) {
  const { i18n } = useLingui()
  const prescription = me.prescription
  if (!prescription) return null
  const { sessionNumber: number } = prescription
  const minutes = minutesOf(prescription.items)
  return (
    <Card>
      <h2>
        <Trans>Session {number}</Trans>
      </h2>
      <p>
        <Plural value={minutes} one="About # minute" other="About # minutes" /> ·{' '}
        <Plural value={prescription.items.length} one="# exercise" other="# exercises" />
      </p>
      <ol className={styles['list']}>
        {prescription.items.map((item) => (
          <li key={item.planItemId}>
            {item.exercise.name}
            <span className={styles['dose']}>{doseWords(item.dosage, i18n)}</span>
          </li>
        ))}
      </ol>
      {prescription.changes.length > 0 && (
        <Notice tone="accent">
          <h3>
            <Trans>What changed since last time, and why</Trans>
          </h3>
          <ul className={styles['list']}>
            {prescription.changes.map((because) => (
              <li key={`${because.id}${JSON.stringify(because.values ?? {})}`}>{explain(because)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Actions>
        <Link to="/session" className={buttonClass(doneToday ? 'plain' : 'main', true)}>
          {doneToday ? <Trans>Do another session anyway</Trans> : <Trans>Start the session</Trans>}
        </Link>
      </Actions>
    </Card>
  )
}

/** Today: the next session or the rest that it is time for, and what was done lately. */
export function TodayPage({
  me,
  config,
  offline,
  unsent,
  now,
  daily,
  morning,
  day,
  reading,
  questions,
}: TodayPageProps) {
  const { t } = useLingui()
  const today = todayOf(me, now)
  // What was handed out for being without a connection is used up, or all of it hurt.
  const out = today === 'waiting' && (offline || unsent.queued > 0)
  const titles = {
    session: t`Your next session`,
    'rest-day': t`Done for today`,
    waiting: out ? t`Your next session` : t`Your plan waits for a clinician`,
  }
  return (
    <Page title={titles[today]}>
      <KeptHere />
      {unsent.refused.map((report) => (
        <Notice key={report.id} tone="warn">
          <p>
            <strong>
              <Trans>A report was not taken: {report.title}</Trans>
            </strong>{' '}
            {report.advice} <Trans>It is kept on this device.</Trans>
          </p>
          <div>
            <Button look="plain" onClick={() => void outbox.retry(report.id).then(sendQueued)}>
              <Trans>Try again</Trans>
            </Button>
          </div>
        </Notice>
      ))}
      {offline && unsent.queued === 0 && (
        <Notice>
          <p>
            <Trans>
              You are offline. You can still do your session; the report is kept on this device and sent
              later.
            </Trans>
          </p>
        </Notice>
      )}
      {today === 'rest-day' && (
        <Card tone="ok">
          <p>
            <Trans>
              You did a session today. Rest is part of the plan: your back gets stronger in between.
            </Trans>
          </p>
          <p>
            <Trans>A short walk now and then is welcome.</Trans>
          </p>
        </Card>
      )}
      {out && (
        <Card tone="accent">
          <p>
            <Trans>
              Your next session needs a connection once: then {config.clinic} sees how the last ones went.
              Until then rest and gentle walking are right.
            </Trans>
          </p>
        </Card>
      )}
      {today === 'waiting' && !out && (
        <Card tone="accent">
          <p>
            <Trans>
              A clinician of {config.clinic} looks at your plan first. Your session opens here when that is
              done.
            </Trans>
          </p>
          <p>{config.contactLine}</p>
        </Card>
      )}
      {today !== 'waiting' && morning}
      <NextSession me={me} doneToday={today === 'rest-day'} />
      {questions}
      {today !== 'waiting' && day}
      {today !== 'waiting' && me.flare === null && me.plan && <Beside plan={me.plan} />}
      {daily}
      {today !== 'waiting' && reading}
      <LastSessions history={me.history} />
      <Actions>
        <Link to="/calendar" className={buttonClass('plain', true)}>
          <Trans>My calendar</Trans>
        </Link>
        <Link to="/progress" className={buttonClass('plain', true)}>
          <Trans>See my progress</Trans>
        </Link>
        <Link to="/messages" className={buttonClass('plain', true)} data-unread={me.unreadMessages}>
          {me.unreadMessages > 0 ? (
            <Plural value={me.unreadMessages} one="Messages: # new" other="Messages: # new" />
          ) : (
            <Trans>Write to the clinic</Trans>
          )}
        </Link>
        <Link to="/plan" className={buttonClass('quiet')}>
          <Trans>See my whole plan</Trans>
        </Link>
        <Link to="/privacy" hash="offline" className={buttonClass('quiet')}>
          <Trans>Use it without a connection</Trans>
        </Link>
      </Actions>
    </Page>
  )
}
