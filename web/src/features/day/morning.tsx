import type { Prescription } from '@dorsal/care'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Scale } from '../../ui/scale.tsx'
import { SINCE_WORDS } from '../../ui/since-words.ts'
import type { DayGiven } from '../../lib/kept-day.ts'
import { type Answers, Danger, screened } from './danger.tsx'
import type { At } from './danger-steps.tsx'
import styles from './day.module.css'
import { FlaredUp } from './flared-up.tsx'
import { KeptNote } from './kept-note.tsx'
import { asksDanger, morningPlace, morningSteps } from './morning-steps.ts'
import { useGiven } from './use-given.ts'
import { useTell } from './use-tell.ts'

const SLEEP = [
  { value: 'well', words: msg`Well` },
  { value: 'so-so', words: msg`So-so` },
  { value: 'badly', words: msg`Badly` },
] as const

const SINCE = ['better', 'same', 'a-little-worse', 'much-worse'] as const

/** After the morning was told: what it means for the next session, in one sentence, and the calmer way where it was worse. */
function Thanks({ given, kept }: { given: DayGiven; kept: boolean }) {
  const { t } = useLingui()
  const worse = given.sinceLast === 'much-worse' || given.sinceLast === 'a-little-worse'
  return (
    <Page title={t`Thank you`}>
      {kept && <KeptNote />}
      <Card tone={worse ? 'accent' : 'ok'}>
        <p>
          {worse ? (
            <Trans>
              That can happen after a session, and it usually settles. Nothing gets harder after such a
              morning.
            </Trans>
          ) : (
            <Trans>Good. Your next session goes on from here.</Trans>
          )}
        </p>
        <p>
          <Trans>The session will not ask you this again.</Trans>
        </p>
      </Card>
      {given.sinceLast === 'much-worse' && <FlaredUp />}
      <Actions>
        <Link to="/today" className={buttonClass('main', true)}>
          <Trans>Back to today</Trans>
        </Link>
      </Actions>
    </Page>
  )
}

/** The morning after a session: three calm questions, one at a time; a much worse morning is followed by the danger questions. */
export function MorningAfter({ prescription, at }: { prescription: Prescription; at: At }) {
  const { t, i18n } = useLingui()
  const { told, say } = useTell()
  const { given, give } = useGiven('morning', told)
  const dangers = prescription.preSession.filter(({ answerType }) => answerType === 'yes_no')
  const done = told.state === 'sent' || told.state === 'kept'
  const { disposition } = screened(given.answers, given.pain, prescription)
  if (disposition !== 'none' && disposition !== 'caution' && told.state !== 'asking')
    return (
      <Danger
        urgent={disposition === 'emergency_now' || disposition === 'same_day_urgent'}
        kept={told.state === 'kept'}
      />
    )
  if (done) return <Thanks given={given} kept={told.state === 'kept'} />

  const tell = (more: Partial<DayGiven>, answers: Answers = given.answers) => {
    const { sinceLast, pain, sleep = null } = { ...given, ...more }
    if (sinceLast === undefined) return
    const asked = Object.keys(answers).length > 0
    void say({ kind: 'morning', sinceLast, pain, sleep, ...(asked && { answers }) })
  }
  const place = morningPlace(given, dangers, at.step)
  const steps = morningSteps(given, dangers)
  const step = steps[place] ?? 'since'
  const sending = told.state === 'sending'
  const next = (more: Partial<DayGiven>) => {
    give(more)
    at.goTo(place + 1)
  }
  const answer = (id: string, value: 'yes' | 'no') => {
    const answers: Answers = { ...given.answers, [id]: value }
    give({ answers })
    if (value === 'yes') tell({}, answers)
    else at.goTo(place + 1)
  }
  const choice = (key: string, words: string, pressed: boolean, onClick: () => void) => (
    <Button key={key} look="plain" large disabled={sending} aria-pressed={pressed} onClick={onClick}>
      {words}
    </Button>
  )
  const danger = dangers.find(({ id }) => id === step)
  const titles: Record<string, string> = {
    since: t`How are you this morning, after your last session?`,
    pain: t`How strong is your pain right now?`,
    sleep: t`How did you sleep?`,
  }
  return (
    <Page
      title={danger?.question ?? titles[step] ?? ''}
      above={<Progress value={place + 1} max={steps.length} label={t`This morning`} />}
    >
      <div className={styles['answers']}>
        {step === 'since' &&
          SINCE.map((value) =>
            choice(value, i18n._(SINCE_WORDS[value]), given.sinceLast === value, () =>
              next({ sinceLast: value, answers: {} }),
            ),
          )}
        {step === 'sleep' &&
          SLEEP.map(({ value, words }) =>
            choice(value, i18n._(words), given.sleep === value, () => {
              give({ sleep: value })
              tell({ sleep: value })
            }),
          )}
        {danger !== undefined && (
          <>
            {choice('no', t`No`, given.answers[danger.id] === 'no', () => answer(danger.id, 'no'))}
            {choice('yes', t`Yes`, given.answers[danger.id] === 'yes', () => answer(danger.id, 'yes'))}
          </>
        )}
      </div>
      {step === 'pain' && (
        <Scale
          legend={t`Pain right now`}
          legendHidden
          low={t`no pain`}
          high={t`worst pain`}
          value={given.pain}
          onChange={(pain) => give({ pain })}
        />
      )}
      {step === 'sleep' && asksDanger(given) && (
        <Notice tone="accent">
          <p>
            <Trans>No warning sign. That is good to know.</Trans>
          </p>
        </Notice>
      )}
      <Actions>
        {step === 'pain' && (
          <Button large onClick={() => next({})}>
            {given.pain === null ? <Trans>Skip</Trans> : <Trans>Continue</Trans>}
          </Button>
        )}
        {step === 'sleep' && (
          <Button look="plain" large disabled={sending} onClick={() => tell({ sleep: null })}>
            <Trans>Skip</Trans>
          </Button>
        )}
        {step === 'pain' && !asksDanger(given) && (
          <Button look="quiet" onClick={() => next({ uneasy: true })}>
            <Trans>Something new worries me</Trans>
          </Button>
        )}
        {place > 0 ? (
          <Button look="quiet" disabled={sending} onClick={() => at.goTo(place - 1)}>
            <Trans>Back</Trans>
          </Button>
        ) : (
          <Link to="/today" className={buttonClass('quiet')}>
            <Trans>Back</Trans>
          </Link>
        )}
      </Actions>
    </Page>
  )
}
