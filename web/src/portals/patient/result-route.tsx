import type { TriageResult } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { resultSoFar } from '../../features/intake/stop.ts'
import { CautionCard } from '../../features/triage/caution-card.tsx'
import { EmergencyCard, SelfHarmCard } from '../../features/triage/stop-cards.tsx'
import { ClinicianFirstCard, SameDayCard, UnderAgeCard } from '../../features/triage/wait-cards.tsx'
import { usePatientContent, usePublicConfig } from '../../lib/config.ts'
import { changeDraft, useDraft } from '../../lib/draft.ts'
import { useMe } from '../../lib/me.ts'
import { nowInstant } from '../../lib/time.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'
import { useSendStop } from './use-send-stop.ts'

/** The way back for a wrong press. It stands below the card and never covers its number. */
function WrongAnswer({ sent, onBack }: { sent: boolean; onBack: () => void }) {
  return (
    <>
      {sent && (
        <Notice>
          <p>
            <Trans>
              The clinic has this answer. You can still correct it; a clinician then looks at both.
            </Trans>
          </p>
        </Notice>
      )}
      <Actions>
        <Button look="plain" large onClick={onBack}>
          <Trans>I pressed the wrong answer</Trans>
        </Button>
      </Actions>
    </>
  )
}

/** Which card the warning signs come to: those on this device if they stopped the intake, else those of the record. */
export function ResultRoute() {
  const navigate = useNavigate()
  const config = usePublicConfig()
  const content = usePatientContent()
  const { me, unsent } = useMe()
  const draft = useDraft()
  const { q } = useSearch({ strict: false })
  const { cards, safetyNet } = content.redFlags
  const stop = draft?.stop ?? null
  const [leaving, setLeaving] = useState(false)
  useSendStop(draft, config)

  if (leaving) return null
  if (q === 'under-18')
    return (
      <UnderAgeCard config={config} cards={cards}>
        <Actions>
          <Link to="/start" className={buttonClass('plain', true)}>
            <Trans>Go back to the start</Trans>
          </Link>
        </Actions>
      </UnderAgeCard>
    )
  const onDevice: TriageResult | null = stop && draft ? resultSoFar(content, draft, nowInstant()) : null
  // A clearance covers what was raised before it, not what a session has raised since.
  const held = me?.next === 'escalate' || me?.next === 'book'
  const result = onDevice ?? (me?.cleared && !held ? null : me?.triage)
  if (!result) return <Navigate to={me?.plan ? '/today' : '/'} replace />

  const wrong =
    stop && draft ? (
      <WrongAnswer
        sent={stop.sent}
        onBack={() => {
          setLeaving(true)
          changeDraft({ stop: null })
          void navigate({ to: '/intake', search: { q: stop.stepId } })
        }}
      />
    ) : null
  const stored = stop ? stop.sent : !unsent
  const { items, patterns } = content.redFlags
  const harm = [...items, ...patterns].some(
    (row) => row.card === 'self-harm' && result.rules.includes(row.id),
  )
  const shared = { result, config, me, stored, cards, safetyNet }
  switch (result.card) {
    case 'emergency':
    case 'stop-session':
      return (
        <EmergencyCard {...shared} harm={harm}>
          {wrong}
        </EmergencyCard>
      )
    case 'self-harm':
      return <SelfHarmCard {...shared}>{wrong}</SelfHarmCard>
    case 'same-day':
      return <SameDayCard {...shared}>{wrong}</SameDayCard>
    case 'clinician-first':
      return <ClinicianFirstCard {...shared}>{wrong}</ClinicianFirstCard>
    case 'under-18':
      return <UnderAgeCard config={config} cards={cards} />
    case 'caution':
    case null:
      return (
        <CautionCard result={result} cards={cards}>
          <Actions>
            <Link to="/plan" className={buttonClass('main', true)}>
              <Trans>See my plan</Trans>
            </Link>
          </Actions>
        </CautionCard>
      )
  }
}
