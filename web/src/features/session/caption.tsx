import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { cueShown } from './counting.ts'
import { wordsOf } from './script.ts'
import styles from './player.module.css'
import { useSession } from './session-context.ts'
import { itemAt } from './state.ts'

/** What the guide says, always on the screen, word for word as the voice says it. */
export function Caption() {
  const { state } = useSession()
  // After a set the notice of a change stands there with the same words: the room is for the questions.
  const twice = state.phase.name === 'after' && state.notice !== null && state.said.line.id === 'change'
  return (
    <output className={twice ? 'visually-hidden' : styles['caption']} data-line={state.said.line.id}>
      {wordsOf(state.said.line, state)}
    </output>
  )
}

/** The one correction: a sign, its name and what to do. The place is kept free, so that nothing moves when it comes. */
export function CueCard() {
  const { state } = useSession()
  const { cue } = state
  const fault = itemAt(state)?.exercise.faults.find((each) => each.id === cue?.fault)
  const shown = fault !== undefined && state.phase.name === 'work' && cueShown(state)
  return (
    <div className={styles['cue']} data-shown={shown} aria-hidden={!shown}>
      {shown && (
        <>
          <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
            <path
              d="M20 3 37 20 20 37 3 20zM20 12v10M20 27v3"
              fill="none"
              stroke="currentColor"
              strokeWidth="4"
              strokeLinejoin="round"
            />
          </svg>
          <p>
            <strong>{fault.cue}</strong>
            <span>{fault.name}</span>
          </p>
        </>
      )}
    </div>
  )
}

/** What was made easier and why, with its undo. */
export function ChangeNotice() {
  const { state, send } = useSession()
  const { t } = useLingui()
  const { notice, phase } = state
  if (notice === null || (phase.name === 'settle' && !notice.undoable)) return null
  return (
    <section className={styles['notice']} aria-label={t`What changed`}>
      <p>{wordsOf({ id: 'change' }, state)}</p>
      {notice.undoable && (
        <Button look="plain" onClick={() => send({ type: 'undo' })}>
          <Trans>Undo</Trans>
        </Button>
      )}
    </section>
  )
}
