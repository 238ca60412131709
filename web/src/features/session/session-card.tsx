import { type CardId, screen } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { contentQuery, usePublicConfig } from '../../lib/config.ts'
import { Button } from '../../ui/button.tsx'
import { CrisisCall, EmergencyCall } from '../../ui/emergency-call.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import styles from './questions.module.css'
import { SendState } from './send-state.tsx'
import { useSession } from './session-context.ts'

type Words = { title: MessageDescriptor; lines: readonly MessageDescriptor[] }

/** What to do now, by card. No card says that somebody has been told. */
const CARDS: Readonly<Record<CardId, Words>> = {
  emergency: {
    title: msg`Stop. Get help now.`,
    lines: [
      msg`Call now, or let somebody call for you. Say that you have back pain and what you noticed.`,
      msg`Sit or lie still. Do not exercise, and do not drive yourself.`,
      msg`If you can, do not stay alone until help is there.`,
    ],
  },
  'self-harm': {
    title: msg`Please talk to somebody now`,
    lines: [
      msg`Thank you for telling us. Pain that stays can be very hard to bear. You do not have to go through this alone.`,
      msg`Call the number, or talk to somebody you trust, today.`,
    ],
  },
  'same-day': {
    title: msg`Please see a doctor today`,
    lines: [
      msg`Leave the exercises until somebody has looked at it.`,
      msg`Call your doctor, an urgent care clinic or a nurse line today, and say what you answered here.`,
      msg`If you cannot reach anybody today, go to an emergency department.`,
    ],
  },
  'clinician-first': {
    title: msg`Please talk to a clinician first`,
    lines: [
      msg`This is not an emergency, but somebody should look at it before you go on.`,
      msg`Your plan waits for you. Move gently in your day as far as it feels all right.`,
    ],
  },
  caution: {
    title: msg`Take it easy today`,
    lines: [msg`Rest, warmth and calm breathing are enough for today.`],
  },
  'stop-session': {
    title: msg`No more exercise today`,
    lines: [
      msg`Sit or lie down until you feel better. Drink some water.`,
      msg`Double vision, slurred speech, trouble swallowing, weakness or unsteady walking: call for help at once.`,
      msg`The next session will be easier.`,
    ],
  },
  'under-18': { title: msg`This programme is for adults`, lines: [] },
}

/** Whether the note speaks of self-harm beside whatever brought this card: both numbers are shown then. */
function useHarm(): boolean {
  const { note } = useSession().state.end
  const { i18n } = useLingui()
  const content = useQuery(contentQuery(usePublicConfig())).data
  if (note === null || content === undefined) return false
  const { rules } = screen(note, content.redFlags, i18n.locale)
  return content.redFlags.patterns.some((row) => row.card === 'self-harm' && rules.includes(row.id))
}

/** The right card after a danger sign or a stop: what to do first, then whether the clinic's server has the report. */
export function SessionCard({ id, card, onDone }: { id: string; card: CardId; onDone: () => void }) {
  const { i18n } = useLingui()
  const config = usePublicConfig()
  const words = CARDS[card]
  const harm = useHarm()
  const grave = card === 'emergency' || card === 'self-harm' || card === 'same-day'
  return (
    <Page title={i18n._(words.title)}>
      <div className={grave ? styles['stop'] : undefined} data-card={card}>
        {card === 'emergency' && <EmergencyCall {...config} />}
        {card === 'emergency' && harm && <CrisisCall {...config} />}
        {card === 'self-harm' && <CrisisCall {...config} />}
        <ul className={styles['list']}>
          {words.lines.map((line) => (
            <li key={line.id}>{i18n._(line)}</li>
          ))}
        </ul>
        {card !== 'emergency' && <EmergencyCall {...config} />}
      </div>
      <SendState id={id} />
      <Actions>
        <Button look="plain" large onClick={onDone}>
          <Trans>Close</Trans>
        </Button>
      </Actions>
    </Page>
  )
}
