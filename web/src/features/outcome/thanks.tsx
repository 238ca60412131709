import { type CheckIn, lookWithin, type Me, type PatientContent, type PublicConfig } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ChangeWords } from '../../ui/change-words.tsx'
import { CrisisCall } from '../../ui/emergency-call.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import styles from './check-in.module.css'
import { plainScore, type Result, resultsOf } from './results.ts'

/** Measures about mood and worry: where their limit is reached, a talk is offered and a number to call stands there. */
const MIND: readonly string[] = ['phq2', 'gad2']

type ThanksProps = {
  checkIn: CheckIn
  me: Me
  content: PatientContent
  config: PublicConfig
  kept: boolean
}

function Row({ result: { measure, value, most, before, change } }: { result: Result }) {
  const { t } = useLingui()
  const [score, last] = [plainScore(value), before === null ? null : plainScore(before)]
  return (
    <li>
      <h3>{measure.name}</h3>
      <p>
        <strong>{t`${score} of ${most}`}</strong>{' '}
        <span className={styles['soft']}>
          {measure.better === 'lower' ? <Trans>(lower is better)</Trans> : <Trans>(higher is better)</Trans>}
        </span>
      </p>
      {last !== null && (
        <p>
          <Trans>Before: {last}.</Trans> {change && <ChangeWords change={change} of="last" />}
        </p>
      )}
    </li>
  )
}

/** What somebody at the clinic is asked to look at, and by when; not that they have. */
function WhoLooks({ days, config, kept }: { days: number | null; config: PublicConfig; kept: boolean }) {
  return (
    <>
      <p>
        {kept ? (
          <Trans>Once it is sent, it stands on the list of {config.clinic}.</Trans>
        ) : days === null ? (
          <Trans>It stands on the list of {config.clinic}.</Trans>
        ) : days === 0 ? (
          <Trans>It stands on the list of {config.clinic}, to be looked at today.</Trans>
        ) : (
          <Plural
            value={days}
            one={`It stands on the list of ${config.clinic}, to be looked at within # working day.`}
            other={`It stands on the list of ${config.clinic}, to be looked at within # working days.`}
          />
        )}
      </p>
      {config.contactLine !== '' && <p>{config.contactLine}</p>}
    </>
  )
}

function Mind({ limits, config, kept }: { limits: Result[]; config: PublicConfig; kept: boolean }) {
  const days = Math.min(...limits.flatMap((one) => one.limits.map(({ task }) => task?.workingDays ?? 2)))
  return (
    <Card tone="accent">
      <h2>
        <Trans>It has been heavy lately</Trans>
      </h2>
      <p>
        <Trans>
          Pain that stays wears people down, and low mood or worry makes it harder to bear. That is common,
          and a talk with somebody can help. These few questions are no diagnosis.
        </Trans>
      </p>
      <WhoLooks days={days} config={config} kept={kept} />
      <p>
        <Trans>If it ever gets too much, do not wait for anybody to call:</Trans>
      </p>
      <CrisisCall {...config} />
    </Card>
  )
}

/** After a check-in: thanks, what the numbers say and what they cannot, and who looks where somebody should. */
export function Thanks({ checkIn, me, content, config, kept }: ThanksProps) {
  const { t } = useLingui()
  const { checkIns, course } = me
  const results = course === null ? [] : resultsOf(checkIn, checkIns, content.measures, course)
  const heavy = results.filter(({ measure, limits }) => MIND.includes(measure.id) && limits.length > 0)
  const others = results.filter(({ measure, limits }) => !MIND.includes(measure.id) && limits.length > 0)
  const shown = results.filter(({ measure }) => !MIND.includes(measure.id))
  const { event } = checkIn
  return (
    <Page title={t`Thank you`}>
      {kept && (
        <Notice live>
          <p>
            <Trans>Kept on this device, will be sent when there is a connection.</Trans>
          </p>
        </Notice>
      )}
      {heavy.length > 0 && <Mind limits={heavy} config={config} kept={kept} />}
      {event !== null && (
        <Card tone="warn">
          <h2>
            <Trans>What you told about the programme</Trans>
          </h2>
          <p>
            <Trans>
              Leave out what brought it on until somebody has looked at it. If it gets worse, call for help.
            </Trans>
          </p>
          <WhoLooks days={lookWithin(event.severity, content.measures)} config={config} kept={kept} />
        </Card>
      )}
      {others.length > 0 && (
        <Notice>
          <WhoLooks
            days={Math.min(...others.flatMap((one) => one.limits.map(({ task }) => task?.workingDays ?? 5)))}
            config={config}
            kept={kept}
          />
        </Notice>
      )}
      {shown.length > 0 && (
        <Card>
          <h2>
            <Trans>Your answers in numbers</Trans>
          </h2>
          <ul className={styles['results']}>
            {shown.map((result) => (
              <Row key={result.measure.id} result={result} />
            ))}
          </ul>
        </Card>
      )}
      <Actions>
        <Link to="/progress" className={buttonClass('main', true)}>
          <Trans>See my progress</Trans>
        </Link>
        <Link to="/today" className={buttonClass('plain', true)}>
          <Trans>Back to today</Trans>
        </Link>
      </Actions>
    </Page>
  )
}
