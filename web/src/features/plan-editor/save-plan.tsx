import { draftOf, type PlanDifference } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { differenceWords } from '../../ui/difference-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './plan-editor.module.css'
import type { Desk } from './use-desk.ts'

type Props = {
  patientId: string
  desk: Desk
  changes: readonly PlanDifference[]
  /** Somebody else has made a newer version: first that is settled. */
  stale: boolean
  titleOf: (itemId: string) => string
  onSaved: () => void
}

const BLOCKS: readonly string[] = ['never', 'refused', 'wrong']
const LEAST_WHY = 3

/** What will change, why in words for the patient, and the one button. Whatever stands in the way is named. */
export function SavePlan({ patientId, desk, changes, stale, titleOf, onSaved }: Props) {
  const { t, i18n } = useLingui()
  const queryClient = useQueryClient()
  const { draft, why, setWhy, checked, fresh } = desk
  const [ids] = useState(() => new Map<string, string>())
  const [done, setDone] = useState<number | null>(null)
  const save = useMutation({
    mutationFn: () => {
      // The same draft sent again is the same save; a changed one is another.
      const key = JSON.stringify([draft, why])
      const id = ids.get(key) ?? newId()
      ids.set(key, id)
      return call('savePlan', { params: { id: patientId }, body: { id, draft, why: why.trim() } })
    },
    onSuccess: async ({ plan }) => {
      await desk.end(draftOf(plan))
      setDone(plan.version)
      await queryClient.invalidateQueries({ queryKey: ['patient', patientId] })
      await queryClient.invalidateQueries({ queryKey: ['panel'] })
      onSaved()
    },
    onError: async (error) => {
      if (!(error instanceof ApiError)) return
      // Somebody was faster: what they made is read, and stands beside this draft.
      if (error.code === 'conflict') onSaved()
      if (error.code === 'sign-in') await queryClient.invalidateQueries({ queryKey: ['staff'] })
    },
  })
  const stops = (checked?.verdict.faults ?? []).filter(({ grade }) => BLOCKS.includes(grade))
  const places = [
    ...new Set(stops.map(({ itemId }) => (itemId === null ? t`the whole plan` : titleOf(itemId)))),
  ]
  const ready = fresh && stops.length === 0 && !stale && changes.length > 0 && why.trim().length >= LEAST_WHY
  return (
    <section className={styles['card']} aria-labelledby="save" data-why>
      <h2 id="save">
        <Trans>Save as the next version</Trans>
      </h2>
      {changes.length > 0 ? (
        <details>
          <summary>
            <Plural value={changes.length} one="# change" other="# changes" />
          </summary>
          <ul className={styles['next']}>
            {changes.map((change) => (
              <li key={JSON.stringify(change)}>{differenceWords(change, i18n)}</li>
            ))}
          </ul>
        </details>
      ) : (
        <output>
          {done === null ? (
            <Trans>Nothing is changed yet.</Trans>
          ) : (
            <Trans>✓ Version {done} is saved. The patient has it now.</Trans>
          )}
        </output>
      )}
      <Field
        label={t`Why (the patient reads this)`}
        value={why}
        onChange={setWhy}
        lines={2}
        maxLength={500}
      />
      {stops.length > 0 && (
        <p className={styles['fault']} data-grade="refused">
          ▲ <Trans>Not yet: see {places.join(', ')}.</Trans>
        </p>
      )}
      {save.error && !stale ? <ErrorNote error={save.error} /> : null}
      {desk.checkError ? <ErrorNote error={desk.checkError} /> : null}
      <Button disabled={!ready || save.isPending} onClick={() => save.mutate()}>
        <Trans>Save this plan</Trans>
      </Button>
    </section>
  )
}
