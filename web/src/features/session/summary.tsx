import type { Exercise, SessionReport, SetReport } from '@dorsal/care'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { RangeValue } from '../../ui/range-line.tsx'
import { againstLast } from './against-last.ts'
import styles from './questions.module.css'
import { SendState } from './send-state.tsx'
import { SinceLast } from './since-last.tsx'
import type { SessionState } from './state.ts'
import { useSent } from './use-sent.ts'

/** What was done, measured ranges with their error, and what changes next time and why. Plain and honest, no score. */
export function Summary({
  state,
  history,
  onDone,
}: {
  state: SessionState
  history: readonly SessionReport[]
  onDone: () => void
}) {
  const { t } = useLingui()
  const { report } = state
  if (report === null) return null
  const exercises = exercisesOf(state)
  return (
    <Page title={report.sets.length > 0 ? t`What you did today` : t`Noted for today`}>
      <SendState id={report.id} />
      {report.sets.length > 0 && <Done state={state} report={report} nameOf={nameOf(state)} />}
      <SinceLast compared={againstLast(report, history, exercises)} nameOf={nameOf(state)} />
      <Changes id={report.id} />
      {report.sets.length > 0 && <Tomorrow />}
      <Actions>
        <Button large onClick={onDone}>
          <Trans>Done</Trans>
        </Button>
      </Actions>
    </Page>
  )
}

function exercisesOf({ prescription: { items, more = [] } }: SessionState): Exercise[] {
  return [...items, ...more].flatMap(({ exercise, easier }) => [exercise, ...(easier ? [easier] : [])])
}

function nameOf(state: SessionState): (exerciseId: string) => string {
  const all = exercisesOf(state)
  return (id) => all.find((exercise) => exercise.id === id)?.name ?? id
}

type DoneProps = { state: SessionState; report: SessionReport; nameOf: (id: string) => string }

function Done({ state, report, nameOf: name }: DoneProps) {
  const { t } = useLingui()
  const minutes = Math.max(1, Math.round(report.sets.reduce((all, set) => all + set.seconds, 0) / 60))
  const { pain } = report.before
  const after = report.painAfter
  const wished = state.prescription.items
    .filter(({ planItemId }) => report.harderNextTime?.includes(planItemId))
    .map(({ exercise }) => exercise.name)
    .join(', ')
  const measured = report.sets.some((set) => (set.summary?.range ?? null) !== null)
  return (
    <Card label={t`Today`}>
      <p>
        {plural(minutes, { one: 'About # minute of moving.', other: 'About # minutes of moving.' })}{' '}
        {pain !== null && after !== null && (
          <Trans>
            Pain {pain} before, {after} after.
          </Trans>
        )}
      </p>
      <table className={styles['sets']}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Exercise</Trans>
            </th>
            <th scope="col">
              <Trans>Done</Trans>
            </th>
            {measured && (
              <th scope="col">
                <Trans>What the camera measured</Trans>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {report.sets.map((set, index) => (
            <Row
              key={`${set.planItemId}${String(index)}`}
              set={set}
              name={name(set.exerciseId)}
              measured={measured}
            />
          ))}
        </tbody>
      </table>
      <Praise state={state} />
      {report.harderNextTime !== undefined && (
        <p>
          <Trans>You would like this harder next time: {wished}. Your clinician sees that.</Trans>
        </p>
      )}
    </Card>
  )
}

/** What is true of today, in one sentence; no stars, no days in a row. */
function Praise({ state }: { state: SessionState }) {
  const { sets, changes, stop, before, items } = state
  const eased = changes.some(({ undone, variable }) => !undone && variable !== 'skip')
  const open = items.filter(({ closed }) => !closed).reduce((all, { dosage }) => all + dosage.sets, 0)
  return (
    <p data-praise>
      {stop !== null ? (
        <Trans>You listened to your body and stopped in time. What you did before that counts.</Trans>
      ) : eased ? (
        <Trans>You made it fit today instead of forcing it. That is how it is meant.</Trans>
      ) : (before.pain ?? 0) >= 4 ? (
        <Trans>Moving on a sore day is worth a lot, whatever the numbers say.</Trans>
      ) : sets.length >= open ? (
        <Trans>You did everything that was planned for today.</Trans>
      ) : (
        <Trans>You did a part of today’s plan, and that part counts.</Trans>
      )}
    </p>
  )
}

/** What tomorrow is for, and where to say that it got worse. */
function Tomorrow() {
  const { t } = useLingui()
  return (
    <Card label={t`Tomorrow morning`}>
      <h2>
        <Trans>Tomorrow morning</Trans>
      </h2>
      <p>
        <Trans>
          Notice how your back feels when you get up. A little stiffness that goes within a day is normal.
          Before the next session we ask how it was, and go by that.
        </Trans>
      </p>
      <p>
        <Trans>
          Much worse tomorrow? Choose “It has flared up” on the Today page. Nothing of it counts against you.
        </Trans>
      </p>
    </Card>
  )
}

function Row({ set, name, measured }: { set: SetReport; name: string; measured: boolean }) {
  const { t } = useLingui()
  const range = set.summary?.range ?? null
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {set.prescribedReps === null ? t`${set.seconds} s` : t`${set.doneReps} of ${set.prescribedReps}`}
      </td>
      {measured && <td>{range === null ? <Trans>not measured</Trans> : <RangeValue range={range} />}</td>}
    </tr>
  )
}

function Changes({ id }: { id: string }) {
  const { t } = useLingui()
  const reply = useSent(id)?.reply ?? null
  if (reply === null)
    return (
      <Card label={t`Next time`}>
        <h2>
          <Trans>Next time</Trans>
        </h2>
        <p>
          <Trans>As soon as the report has been sent, you see here what changes and why.</Trans>
        </p>
      </Card>
    )
  const fromChanges = reply.changes.flatMap((change) => change.because)
  const because = reply.prescription?.changes.length ? reply.prescription.changes : fromChanges
  const lines = [...new Set(because.map((each) => explain(each)))]
  const first = reply.prescription?.items[0]
  return (
    <Card label={t`Next time`}>
      <h2>
        <Trans>What changes next time, and why</Trans>
      </h2>
      {lines.length === 0 ? (
        <p>
          <Trans>Nothing changes. The same again is just right for now.</Trans>
        </p>
      ) : (
        <ul className={styles['list']} data-changes={lines.length}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {reply.next === 'rest' && (
        <p>
          <Trans>Today and tomorrow are for rest and easy moving.</Trans>
        </p>
      )}
      {reply.next === 'session' && first !== undefined && (
        <p>
          <Trans>The next session starts with: {first.exercise.name}.</Trans>
        </p>
      )}
      {reply.next === 'book' && (
        <p>
          <Trans>
            Before the next session a clinician should look at this. Please ask for an appointment.
          </Trans>
        </p>
      )}
    </Card>
  )
}
