import {
  type Due,
  type Given,
  type Me,
  type PatientContent,
  type RedFlag,
  stillDue,
  type TriageResult,
} from '@dorsal/care'
import type { PublicConfig } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { changeCheckIn, checkInNow, useCheckIn } from '../../lib/kept-check-in.ts'
import { newId } from '../../lib/new-id.ts'
import { nowInstant } from '../../lib/time.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { NoteCheck } from '../../ui/note-check.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './check-in.module.css'
import { dangerOfItems, readWords } from './danger.ts'
import { StepInput } from './step-input.tsx'
import { activitiesNow, checkInOf, type Step, type StepsInput, stepsOf, yesIn } from './steps.ts'
import { Thanks } from './thanks.tsx'
import { useSendCheckIn } from './use-send-check-in.ts'

type CheckInPageProps = {
  me: Me
  content: PatientContent
  config: PublicConfig
  /** The screen that is open, by its id; the first one without. */
  stepId: string | undefined
  goTo: (stepId: string) => void
  onBack: () => void
  /** The card of a danger, as this portal shows it. */
  card: (danger: TriageResult, stored: boolean) => ReactNode
}

/** The questions that are due, one at a time; each may be skipped, and each answer is kept on this device at once. */
export function CheckInPage(props: CheckInPageProps) {
  const { me, content, config, card } = props
  const { t } = useLingui()
  // What is due stays as it was when the page was opened, while the record is read anew behind it.
  const [due] = useState(() => stillDue(me.due, checkInNow().answered, nowInstant()))
  const { sent, send } = useSendCheckIn()
  if (sent.state === 'danger') return card(sent.danger, sent.stored)
  if (sent.state === 'sending') return <Waiting />
  if (sent.state === 'done')
    return <Thanks checkIn={sent.checkIn} me={me} content={content} config={config} kept={sent.kept} />
  if (due.length === 0)
    return (
      <Page title={t`Nothing to answer now`}>
        <p>
          <Trans>A few questions come once a week. They will be on your page for today.</Trans>
        </p>
        <Actions>
          <Link to="/today" className={buttonClass('main', true)}>
            <Trans>Back to today</Trans>
          </Link>
        </Actions>
      </Page>
    )
  return <Questions {...props} due={due} send={send} />
}

type QuestionsProps = CheckInPageProps & { due: Due[]; send: ReturnType<typeof useSendCheckIn>['send'] }

/** The question of a screen: the content's own, or ours. */
function titleOf(step: Step): string | MessageDescriptor {
  if (step.kind === 'warnings') return msg`Do you have any of these now?`
  if (step.kind === 'event') return msg`What was it?`
  return step.kind === 'harm' ? step.item.question : step.item.text
}

/** Words that somebody wrote on this screen, to be screened before it is left. */
function writtenOn(step: Step, value: Given | null): string {
  if (step.kind !== 'item') return ''
  if (step.item.answer.kind === 'text') return typeof value === 'string' ? value : ''
  if (step.item.answer.kind === 'activities' && Array.isArray(value)) return value.join('\n')
  return ''
}

function Questions({ me, content, stepId, goTo, onBack, due, send }: QuestionsProps) {
  const { t, i18n } = useLingui()
  const { given } = useCheckIn()
  const [asks, setAsks] = useState<readonly RedFlag[]>([])
  const known = (me.course?.activities ?? []).map(({ text }) => text)
  const inputOf = (now: typeof given): StepsInput => ({
    due,
    content,
    given: now,
    activities: activitiesNow(known, now),
  })
  const steps = stepsOf(inputOf(given))
  const at = Math.max(
    0,
    steps.findIndex(({ id }) => id === stepId),
  )
  const step = steps[at]
  if (step === undefined) return null
  const value = given[step.id] ?? null
  const words = titleOf(step)
  const title = typeof words === 'string' ? words : i18n._(words)

  const finish = (danger: TriageResult | null, yes: readonly string[]) => {
    const input = inputOf(checkInNow().given)
    const made = { id: newId(), at: nowInstant(), stopped: danger !== null, yes }
    void send(checkInOf(input, made), danger)
  }
  const goOn = () => {
    setAsks([])
    const now = checkInNow().given
    const next = stepsOf(inputOf(now))
    const after = next[next.findIndex(({ id }) => id === step.id) + 1]
    if (after !== undefined) return goTo(after.id)
    const yes = yesIn(next, now)
    finish(
      dangerOfItems(yes, content),
      yes.map(({ id }) => id),
    )
  }
  const stop = (items: readonly RedFlag[]) => {
    const danger = dangerOfItems(items, content)
    if (danger === null) return goOn()
    finish(
      danger,
      items.map(({ id }) => id),
    )
  }
  const next = () => {
    if (!(step.id in given)) changeCheckIn((kept) => ({ given: { ...kept.given, [step.id]: null } }))
    const raised = yesIn([step], checkInNow().given)
    if (raised.length > 0) return stop(raised)
    const written = writtenOn(step, value)
    if (written === '') return goOn()
    const read = readWords(written, content, i18n.locale)
    if (read.danger !== null && read.asks.length === 0) return finish(read.danger, [])
    if (read.asks.length > 0) return setAsks(read.asks)
    goOn()
  }
  /** All were answered with no; what was said outright beside them still counts. */
  const said = () => {
    const { danger } = readWords(writtenOn(step, value), content, i18n.locale)
    if (danger !== null) return finish(danger, [])
    goOn()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    next()
  }
  const answered = value !== null
  return (
    <Page
      key={step.id}
      title={title}
      lead={step.kind === 'item' ? step.item.help : null}
      above={<Progress value={at + 1} max={steps.length} label={t`A few questions`} />}
    >
      {asks.length > 0 ? (
        <NoteCheck items={asks} onNo={said} onYes={(item) => stop([item])} />
      ) : (
        <form className={styles['form']} onSubmit={submit} noValidate>
          {step.kind === 'activity' && <p className={styles['activity']}>{step.text}</p>}
          <StepInput
            step={step}
            title={step.kind === 'activity' ? `${step.text}: ${title}` : title}
            value={value}
            onAnswer={(answer) => changeCheckIn((kept) => ({ given: { ...kept.given, [step.id]: answer } }))}
          />
          <Actions>
            <Button type="submit" large look={answered ? 'main' : 'plain'}>
              {answered ? <Trans>Next</Trans> : <Trans>Skip</Trans>}
            </Button>
            <Button look="quiet" large onClick={onBack}>
              <Trans>Back</Trans>
            </Button>
          </Actions>
        </form>
      )}
      <p className={styles['soft']}>
        <Trans>Each answer is kept on this device. You can stop and come back.</Trans>
      </p>
    </Page>
  )
}
