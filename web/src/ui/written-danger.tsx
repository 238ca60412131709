import {
  type CardId,
  cardOf,
  type PatientContent,
  type PublicConfig,
  type RedFlag,
  screen,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { contentQuery } from '../lib/config.ts'
import { Notice } from './card.tsx'
import { CrisisCall, EmergencyCall } from './emergency-call.tsx'

/** The card that words come to when they name a danger outright that needs help today; null otherwise. */
function dangerOf(
  found: ReturnType<typeof screen>,
  patterns: PatientContent['redFlags']['patterns'],
): CardId | null {
  if (found.disposition !== 'emergency_now' && found.disposition !== 'same_day_urgent') return null
  const pattern = patterns.find(
    (each) => found.rules.includes(each.id) && each.disposition === found.disposition,
  )
  return pattern?.card ?? cardOf(found.disposition)
}

/** Help first, whatever else is sent: what is written to a clinic is read when somebody has time. */
export function HelpFirst({ card, config }: { card: CardId; config: PublicConfig }) {
  return (
    <Notice tone="warn" live>
      <p data-danger={card}>
        <strong>
          <Trans>What you wrote may need help now. Do not wait for an appointment.</Trans>
        </strong>
      </p>
      {card === 'self-harm' && <CrisisCall {...config} />}
      <EmergencyCall {...config} />
    </Notice>
  )
}

/** What was written to the clinic, looked at on this device before it is sent: a danger that it names, and what has to be asked about it first. */
export function useWrittenDanger(config: PublicConfig) {
  const { i18n } = useLingui()
  const content = useQuery(contentQuery(config)).data
  const [danger, setDanger] = useState<CardId | null>(null)
  const [asks, setAsks] = useState<readonly RedFlag[]>([])
  /** Whether something has to be asked before these words are sent. */
  const look = (words: readonly string[]): boolean => {
    const said = words.filter((text) => text.trim() !== '')
    const found = content ? said.map((text) => screen(text, content.redFlags, i18n.locale)) : []
    const cards = found.map((one) => dangerOf(one, content?.redFlags.patterns ?? []))
    setDanger(cards.find((card) => card !== null) ?? null)
    const asked = new Set(found.flatMap((one) => (one.ask ? one.asks : [])))
    const items = content?.redFlags.items.filter((item) => asked.has(item.id)) ?? []
    setAsks(items)
    return items.length > 0
  }
  /** The answer to what was asked: the item that is so, or null. */
  const answered = (yes: RedFlag | null): void => {
    setAsks([])
    if (yes !== null) setDanger(yes.card)
  }
  return { danger, asks, look, answered }
}
