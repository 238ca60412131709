import { type CardId, type OwnVisit, type PublicConfig, screenCheckIn, type VisitCheckIn } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'
import { ownVisitsQuery } from '../../lib/booking.ts'
import { usePatientContent } from '../../lib/config.ts'
import { newId } from '../../lib/new-id.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CrisisCall, EmergencyCall } from '../../ui/emergency-call.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { NoteCheck } from '../../ui/note-check.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { HelpFirst, useWrittenDanger } from '../../ui/written-danger.tsx'
import { CheckInQuestion } from './check-in-question.tsx'
import { dangersOf, NOTHING_SAID, stepsOf } from './check-in-steps.ts'

/** A danger was named: help first, and not at the visit. Nobody is said to have read it yet. */
function Danger({ card, config, children }: { card: CardId; config: PublicConfig; children: ReactNode }) {
  const { t } = useLingui()
  const urgent = card === 'emergency' || card === 'same-day' || card === 'self-harm'
  return (
    <Page
      title={
        urgent ? t`Get help now. Do not wait for the visit.` : t`Please call the clinic before the visit.`
      }
    >
      <Card tone="danger">
        <div data-danger={card}>
          <Stack>
            {card === 'self-harm' && <CrisisCall {...config} />}
            {urgent && <EmergencyCall {...config} />}
            <p>
              <Trans>
                Do not exercise today. What you answered needs to be looked at by a doctor or your clinic
                first.
              </Trans>
            </p>
            <p>{config.contactLine}</p>
            {!urgent && (
              <>
                <p>
                  <Trans>If it gets worse, or if you feel very ill:</Trans>
                </p>
                <EmergencyCall {...config} />
              </>
            )}
          </Stack>
        </div>
      </Card>
      {children}
      <Link to="/visits" className={buttonClass('plain', true)}>
        <Trans>My visits</Trans>
      </Link>
    </Page>
  )
}

type CheckInProps = { own: OwnVisit; before: VisitCheckIn | null; config: PublicConfig }

/** The questions before a visit, one at a time. What is said stays on the page until it is sent; a danger is answered at once. */
export function CheckInPage({ own, before, config }: CheckInProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const content = usePatientContent()
  const [given, setGiven] = useState<VisitCheckIn>(before ?? NOTHING_SAID)
  const [at, setAt] = useState(0)
  const [state, setState] = useState<'asking' | 'sending' | 'sent' | { error: unknown }>('asking')
  const [card, setCard] = useState<CardId | null>(null)
  /** What was sent last: the same again goes under the same id, so that it counts once. */
  const sent = useRef({ said: '', id: '' })
  const written = useWrittenDanger(config)
  const { visit } = own
  const steps = stepsOf(content, own)
  const step = steps[at] ?? 'wish'

  const send = async (answers: VisitCheckIn, yes: readonly string[] = []) => {
    setState('sending')
    const said = JSON.stringify([answers, yes])
    if (sent.current.said !== said) sent.current = { said, id: newId() }
    const { id } = sent.current
    try {
      const body = { ...answers, id, ...(yes.length > 0 && { yes: [...yes] }) }
      const { card: named } = await call('checkInToVisit', { params: { id: visit.id }, body })
      setState('sent')
      if (named !== null && named !== 'caution') setCard(named)
      await client.invalidateQueries({ queryKey: ownVisitsQuery.queryKey })
    } catch (error) {
      setState({ error })
    }
  }
  const next = (said: Partial<VisitCheckIn>) => {
    const answers = { ...given, ...said }
    setGiven(answers)
    const found = screenCheckIn(answers, content.redFlags)
    const named = found.disposition === 'none' || found.disposition === 'caution' ? null : found.card
    if (named !== null) {
      setCard(named)
      void send(answers)
    } else if (at + 1 < steps.length) setAt(at + 1)
    else if (!written.look([answers.wish ?? '', answers.medicineWords ?? ''])) void send(answers)
  }

  if (card !== null)
    return (
      <Danger card={card} config={config}>
        {typeof state === 'object' && <ErrorNote error={state.error} onRetry={() => void send(given)} />}
      </Danger>
    )
  if (written.asks.length > 0)
    return (
      <Page title={t`Before your visit`}>
        <Card>
          <NoteCheck
            items={written.asks}
            onNo={() => {
              written.answered(null)
              void send(given)
            }}
            onYes={(item) => {
              written.answered(item)
              void send(given, [item.id])
            }}
          />
        </Card>
      </Page>
    )
  if (state === 'sent')
    return (
      <Page title={t`Thank you`}>
        {written.danger && <HelpFirst card={written.danger} config={config} />}
        <Card tone="ok">
          <p>
            <Trans>
              Your answers are there for {visit.staff.name}. You can change them until the visit begins.
            </Trans>
          </p>
        </Card>
        <Link to="/visits/$id" params={{ id: visit.id }} className={buttonClass('main', true)}>
          <Trans>Back to the visit</Trans>
        </Link>
      </Page>
    )
  return (
    <CheckInQuestion
      key={step}
      step={step}
      danger={dangersOf(content.redFlags).find((item) => item.id === step)}
      given={given}
      busy={state === 'sending'}
      above={<Progress value={at + 1} max={steps.length} label={t`Before your visit`} />}
      onNext={next}
      onBack={at > 0 ? () => setAt(at - 1) : null}
      last={at + 1 === steps.length}
    >
      {written.danger && <HelpFirst card={written.danger} config={config} />}
      {typeof state === 'object' && <ErrorNote error={state.error} />}
    </CheckInQuestion>
  )
}
