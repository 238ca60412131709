import type { PatientRecord } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { keptWords } from '../../lib/kept-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Answers } from './answers.tsx'
import { Course } from './course.tsx'
import { DailyLife } from './daily-life.tsx'
import { Decisions } from './decisions.tsx'
import { Lessons } from './lessons.tsx'
import { Mornings } from './mornings.tsx'
import { noteKey, Overtaken } from './overtaken.tsx'
import { GlassAsk, isNotOnTeam } from './glass-ask.tsx'
import { GlassBanner } from './glass-banner.tsx'
import { gravestFirst } from './gravest-first.ts'
import { OpenedNote } from './opened-note.tsx'
import styles from './patient-page.module.css'
import { PlanSummary } from './plan-summary.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { Sessions } from './sessions.tsx'
import { StandingWarning, standsAlone } from './standing-warning.tsx'
import { TaskCard } from './task-card.tsx'

type Slot = ComponentType<{ patientId: string; label: string }>
/** Where the messages with this person and their documents stand; the portal brings them. */
type Slots = { Messages: Slot; Documents: Slot }

/** One patient on one screen: what needs the clinician, the course, the plan with its reasons, sessions, answers, decisions. */
export function PatientPage({ Messages, Documents, patientId }: Slots & { patientId?: string }) {
  const params: { id?: string } = useParams({ strict: false })
  const id = patientId ?? params.id ?? ''
  const record = useQuery({
    queryKey: ['patient', id],
    queryFn: ({ signal }) => call('patient', { params: { id }, signal }),
    refetchInterval: pollEvery(15_000),
  })
  if (record.isPending) return <Waiting />
  // What was shown while the record was open is not shown after: the hour may be over while the page stands there.
  if (isNotOnTeam(record.error))
    return (
      <>
        <Back />
        <GlassAsk patientId={id} onOpened={() => void record.refetch()} />
      </>
    )
  if (!record.data)
    return (
      <>
        <Back />
        <ErrorNote error={record.error} onRetry={() => void record.refetch()} />
      </>
    )
  return <Loaded record={record.data} Messages={Messages} Documents={Documents} />
}

function Back() {
  return (
    <p>
      <Link to="/">
        <Trans>← All patients</Trans>
      </Link>
    </p>
  )
}

function Loaded({ record, Messages, Documents }: { record: PatientRecord } & Slots) {
  const { t, i18n } = useLingui()
  const openTasks = gravestFirst(record.tasks.filter((task) => task.closedAt === null))
  const pending = record.proposals.filter((proposal) => proposal.status === 'pending')
  const alone = standsAlone(record)
  const others = record.proposals.filter(
    (proposal) => proposal.status !== 'pending' && keptWords(noteKey(proposal)) !== '',
  )
  return (
    <>
      <Back />
      {record.glass !== null && <GlassBanner patientId={record.patientId} glass={record.glass} />}
      <header className={styles['head']}>
        <h1>{record.label}</h1>
        <Contact record={record} />
        <p>
          <Link to="/patients/$id/notes" params={{ id: record.patientId }}>
            <Trans>Notes</Trans>
          </Link>
        </p>
        <p className={styles['quiet']}>
          <Trans>Started {shortMomentOf(record.createdAt, i18n.locale)}</Trans>
        </p>
      </header>
      <OpenedNote opened={record.opened} />
      <section aria-labelledby="needs" className={styles['block']}>
        <h2 id="needs">
          <Trans>Needs you</Trans>
        </h2>
        <p className={styles['quiet']}>
          <Trans>Reasons on this page are the sentences that the patient reads: “you” is the patient.</Trans>
        </p>
        {openTasks.length + pending.length + others.length === 0 && !alone ? (
          <p className={styles['quiet']}>
            <Trans>Nothing waits for you here.</Trans>
          </p>
        ) : (
          <div className={styles['needs']}>
            {openTasks.map((task) => (
              <TaskCard key={task.id} task={task} record={record} />
            ))}
            {alone && <StandingWarning record={record} />}
            {others.map((proposal) => (
              <Overtaken key={proposal.id} proposal={proposal} />
            ))}
            {pending.map((proposal) => (
              <ProposalCard key={`${proposal.id}-${proposal.lock}`} proposal={proposal} record={record} />
            ))}
          </div>
        )}
      </section>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Course record={record} />
          <Sessions record={record} />
          <Mornings record={record} />
          <DailyLife record={record} />
          <Lessons record={record} />
          <Answers record={record} />
        </div>
        <div className={styles['column']}>
          <Messages key={record.patientId} patientId={record.patientId} label={record.label} />
          <Documents
            key={`documents-${record.patientId}`}
            patientId={record.patientId}
            label={record.label}
          />
          <PlanSummary record={record} />
          <Decisions record={record} label={t`Decisions and their rules`} />
        </div>
      </div>
    </>
  )
}

function Contact({ record }: { record: PatientRecord }) {
  const { contact } = record
  if (!contact)
    return (
      <p className={styles['quiet']}>
        <Trans>No contact given: you can reach this person only through what they see in the product.</Trans>
      </p>
    )
  return (
    <p className={styles['contact']}>
      {contact.name && contact.name !== record.label && <strong>{contact.name}</strong>}
      {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
      {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
    </p>
  )
}
