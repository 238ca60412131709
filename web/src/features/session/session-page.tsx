import type { Prescription, ReportReply, SessionReport } from '@dorsal/care'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { refreshMe } from '../../lib/me.ts'
import { nowInstant } from '../../lib/time.ts'
import { outbox, startSending } from '../../lib/outbox-device.ts'
import { Button } from '../../ui/button.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { BeforeQuestions } from './before-questions.tsx'
import { EndQuestions } from './end-questions.tsx'
import { HurtsDialog } from './hurts-dialog.tsx'
import { Player } from './player.tsx'
import { Recovery } from './recovery.tsx'
import { SessionCard } from './session-card.tsx'
import { SessionContext, useSession } from './session-context.ts'
import {
  findUnfinished,
  mayGoOn,
  newRunner,
  resumedRunner,
  sendUnfinished,
  type SessionRunner,
} from './session-runner.ts'
import type { SessionState } from './state.ts'
import { Summary } from './summary.tsx'
import { useArrows } from './use-arrows.ts'
import { useGuide } from './use-guide.ts'
import styles from './questions.module.css'

type SessionPageProps = {
  prescription: Prescription
  /** The sessions before this one, to hold what the camera measured against. */
  history: readonly SessionReport[]
  /** How it was since the last session, where the morning has told; null: the session asks. */
  since: SessionReport['before']['sinceLast']
  /** The person leaves the finished session; the server's reply, where it has answered already. */
  onFinished: (reply: ReportReply | null) => void
}

/** The guided session from the first question to the summary. A session that was under way on this device comes first. */
export function SessionPage({ prescription, history, since, onFinished }: SessionPageProps) {
  const [runner, setRunner] = useState<SessionRunner | null>(null)
  const [found, setFound] = useState<SessionState | null>(null)
  // What the session began with stays, also when the record is fetched anew meanwhile.
  const [[begun, told]] = useState([prescription, since] as const)
  useEffect(() => startSending(), [])
  useArrows()
  useEffect(() => {
    let over = false
    const look = async () => {
      const state = await findUnfinished().catch(() => null)
      if (over) return
      if (state === null) setRunner(newRunner(begun, told))
      else setFound(state)
    }
    void look()
    return () => {
      over = true
    }
  }, [begun, told])
  useEffect(() => {
    runner?.start()
    return () => runner?.stop()
  }, [runner])
  if (found !== null)
    return (
      <Unfinished
        state={found}
        goesOn={mayGoOn(found, begun, nowInstant())}
        onContinue={() => {
          setRunner(resumedRunner(found))
          setFound(null)
        }}
        onSend={() => void sendUnfinished(found).finally(() => onFinished(null))}
      />
    )
  if (runner === null) return <Waiting />
  return (
    <SessionContext value={runner}>
      <div className={styles['session']}>
        <Screen history={history} onFinished={onFinished} />
      </div>
    </SessionContext>
  )
}

type UnfinishedProps = { state: SessionState; goesOn: boolean; onContinue: () => void; onSend: () => void }

function Unfinished({ state, goesOn, onContinue, onSend }: UnfinishedProps) {
  const { t } = useLingui()
  const sets = state.sets.length
  const reps = state.sets.reduce((all, set) => all + set.doneReps, 0) + state.soFar.done + state.bout.done
  return (
    <Page
      title={t`You have a session that is not finished`}
      lead={
        sets + reps === 0 ? (
          <Trans>Your answers are kept on this device. No exercise has begun yet.</Trans>
        ) : (
          <>
            <Trans>It is kept on this device, and nothing of it is lost:</Trans>{' '}
            {plural(sets, { one: '# finished set', other: '# finished sets' })},{' '}
            {plural(reps, { one: '# repetition in all.', other: '# repetitions in all.' })}
          </>
        )
      }
    >
      {!goesOn && (
        <p>
          <Trans>
            Some time has passed, or your plan has changed since. So it ends here, and the next session begins
            with its questions.
          </Trans>
        </p>
      )}
      <Actions>
        {goesOn && (
          <Button large onClick={onContinue}>
            <Trans>Go on where I was</Trans>
          </Button>
        )}
        <Button look={goesOn ? 'plain' : 'main'} large onClick={onSend}>
          {sets + reps === 0 ? <Trans>End it for today</Trans> : <Trans>End it and send what I did</Trans>}
        </Button>
      </Actions>
    </Page>
  )
}

function Screen({ history, onFinished }: Pick<SessionPageProps, 'history' | 'onFinished'>) {
  const { state } = useSession()
  const client = useQueryClient()
  useGuide()
  const leave = async () => {
    const row = await outbox.row(state.id).catch(() => undefined)
    // The record is read anew before the next page, so that it never shows the session that is over.
    await refreshMe(client).catch(() => undefined)
    onFinished(row?.reply ?? null)
  }
  const finish = () => void leave()
  const { phase } = state
  if (phase.name === 'before') return <BeforeQuestions />
  if (phase.name === 'recovery')
    return (
      <>
        <Recovery />
        {state.ask?.kind === 'hurts' && <HurtsDialog />}
      </>
    )
  if (phase.name === 'end') return <EndQuestions />
  if (phase.name === 'card') return <SessionCard id={state.id} card={phase.card} onDone={finish} />
  if (phase.name === 'summary') return <Summary state={state} history={history} onDone={finish} />
  return <Player />
}
