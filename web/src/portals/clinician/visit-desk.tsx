import { dayOf, type DeskVisit, NOTE_OF_VISIT } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './visit-desk.module.css'

const NoteHere = lazy(async () => ({
  default: (await import('../../features/note/note-here.tsx')).NoteHere,
}))
const PlanDesk = lazy(async () => ({
  default: (await import('../../features/plan-editor/plan-editor-page.tsx')).PlanDesk,
}))

type Part = 'note' | 'plan'

/**
 * What is written in a visit, where the visit is: its note and the plan, one at a time, since each takes the whole width and answers to the
 * same keys. What was typed in the other is kept.
 */
export function VisitDesk({ visit, patientId }: { visit: DeskVisit; patientId: string }) {
  const { t } = useLingui()
  const [shown, setShown] = useState<Part | null>(visit.state === 'in-progress' ? 'note' : null)
  const own = useId()
  const tab = (part: Part, words: ReactNode) => (
    <Button
      look={shown === part ? 'main' : 'plain'}
      aria-expanded={shown === part}
      aria-controls={own}
      onClick={() => setShown(shown === part ? null : part)}
    >
      {words}
    </Button>
  )
  return (
    <section className={styles['desk']} aria-label={t`Note and plan`}>
      <div className={styles['ways']}>
        {tab('note', <Trans>Note of this visit</Trans>)}
        {tab('plan', <Trans>Change the plan</Trans>)}
      </div>
      <div id={own} hidden={shown === null}>
        <Suspense fallback={<Waiting />}>
          {shown === 'note' && (
            <NoteHere
              patientId={patientId}
              kind={NOTE_OF_VISIT[visit.type.kind]}
              visit={{ day: dayOf(visit.wall), zone: visit.zone }}
            />
          )}
          {shown === 'plan' && <PlanDesk id={patientId} within />}
        </Suspense>
      </div>
    </section>
  )
}
