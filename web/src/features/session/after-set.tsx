import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { Scale } from '../../ui/scale.tsx'
import styles from './player.module.css'
import { useSession } from './session-context.ts'

/** Pain and effort of the set just done, each skippable, and the number of repetitions to mend. */
export function AfterSet() {
  const { state, send, press } = useSession()
  const { t } = useLingui()
  const set = state.sets.at(-1)
  if (set === undefined) return null
  const wished = state.wishes?.includes(set.planItemId) ?? false
  return (
    <div className={styles['ask']}>
      {set.prescribedReps !== null && (
        <fieldset className={styles['stepper']}>
          <legend className="visually-hidden">
            <Trans>Repetitions done</Trans>
          </legend>
          <Button
            look="plain"
            aria-label={t`One fewer`}
            disabled={set.doneReps === 0}
            onClick={() => send({ type: 'set-answer', reps: set.doneReps - 1 })}
          >
            −
          </Button>
          <p data-done={set.doneReps}>
            <strong>{set.doneReps}</strong>
            <span>
              <Trans>of {set.prescribedReps} done</Trans>
            </span>
          </p>
          <Button
            look="plain"
            aria-label={t`One more`}
            onClick={() => send({ type: 'set-answer', reps: set.doneReps + 1 })}
          >
            +
          </Button>
        </fieldset>
      )}
      <Scale
        legend={t`Pain in this set`}
        low={t`no pain`}
        high={t`worst pain`}
        value={set.pain}
        onChange={(pain) => send({ type: 'set-answer', pain })}
      />
      <Scale
        legend={t`How hard was it?`}
        low={t`no effort`}
        high={t`as hard as can be`}
        value={set.effort}
        onChange={(effort) => send({ type: 'set-answer', effort })}
      />
      <Button
        look="quiet"
        data-control="harder"
        aria-keyshortcuts="m"
        aria-pressed={wished}
        onClick={() => press(wished ? 'not-harder' : 'harder')}
      >
        <Trans>Harder next time, please</Trans>
      </Button>
    </div>
  )
}

/** Pain again after two quiet minutes. */
export function Settle() {
  const { state, send } = useSession()
  const { t } = useLingui()
  if (state.phase.name !== 'settle') return null
  return (
    <div className={styles['ask']}>
      {state.phase.asked ? (
        <Scale
          legend={t`How strong is the pain now?`}
          low={t`no pain`}
          high={t`worst pain`}
          value={null}
          onChange={(pain) => send({ type: 'settled', pain })}
        />
      ) : (
        <p>
          <Trans>
            Sit or lie the way that feels best, and let the breath go slowly out. Then we ask once more.
          </Trans>
        </p>
      )}
    </div>
  )
}
