import { type CardId, screen } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { contentQuery, usePublicConfig } from '../../lib/config.ts'
import { cardWords } from '../../lib/card-words.ts'
import { Button } from '../../ui/button.tsx'
import { CrisisCall, EmergencyCall } from '../../ui/emergency-call.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import styles from './questions.module.css'
import { SendState } from './send-state.tsx'
import { useSession } from './session-context.ts'

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
  const config = usePublicConfig()
  const { t } = useLingui()
  const content = useQuery(contentQuery(config)).data
  const { title, steps, after } = cardWords(content?.redFlags.cards ?? [], card)
  const harm = useHarm()
  const grave = card === 'emergency' || card === 'self-harm' || card === 'same-day'
  return (
    <Page title={title || t`Stop. Get help now.`}>
      <div className={grave ? styles['stop'] : undefined} data-card={card}>
        {card === 'emergency' && <EmergencyCall {...config} />}
        {card === 'emergency' && harm && <CrisisCall {...config} />}
        {card === 'self-harm' && <CrisisCall {...config} />}
        <ul className={styles['list']}>
          {[...steps, ...after].map((line) => (
            <li key={line}>{line}</li>
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
