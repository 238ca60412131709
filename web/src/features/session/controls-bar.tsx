import { Trans } from '@lingui/react/macro'
import { readsFromRight } from '../../lib/direction.ts'
import { Button, type ButtonLook } from '../../ui/button.tsx'
import type { ReactNode } from 'react'
import type { Control } from './controls.ts'
import styles from './player.module.css'
import { useSession } from './session-context.ts'

/** The key of each control, as it is written on the button where there is room. */
function Press({
  control,
  look = 'plain',
  hint,
  children,
}: {
  control: Control
  look?: ButtonLook
  hint?: string
  children: ReactNode
}) {
  const { press } = useSession()
  return (
    <Button
      look={look}
      className={styles['control'] ?? ''}
      data-control={control}
      aria-keyshortcuts={hint}
      onClick={(event) => {
        press(control)
        // After a touch the space bar is to pause, not to press this button again.
        if (event.detail > 0) event.currentTarget.blur()
      }}
    >
      {children}
    </Button>
  )
}

/** The arrow key that leads on, where it is read in this direction. */
const arrowOn = (): string => (readsFromRight() ? 'ArrowLeft' : 'ArrowRight')

/** What the person can do at any moment; the same places all through the session. */
export function ControlsBar() {
  const { state } = useSession()
  const { phase, pause } = state
  const forth = arrowOn()
  const next = {
    ready: <Trans>Start now</Trans>,
    work: <Trans>Set is done</Trans>,
    rest: <Trans>Rest is over</Trans>,
  }
  const known = phase.name === 'ready' || phase.name === 'work' || phase.name === 'rest'
  if (phase.name === 'after' || phase.name === 'settle')
    return (
      <div className={styles['controls']}>
        {phase.name === 'after' && (
          <Press control="next" look="main" hint={forth}>
            <Trans>Continue</Trans>
          </Press>
        )}
        <Press control="hurts" hint="h">
          <Trans>That hurts</Trans>
        </Press>
        <Press control="stop" look="danger" hint="s">
          <Trans>Stop</Trans>
        </Press>
      </div>
    )
  return (
    <div className={styles['controls']}>
      <Press control="pause" look={pause === null ? 'plain' : 'main'} hint="Space">
        {pause === null ? <Trans>Pause</Trans> : <Trans>Go on</Trans>}
      </Press>
      {known && (
        <Press control="next" hint={forth}>
          {next[phase.name]}
        </Press>
      )}
      <Press control="hurts" hint="h">
        <Trans>That hurts</Trans>
      </Press>
      <Press control="easier" hint="e">
        <Trans>Easier</Trans>
      </Press>
      {phase.name === 'rest' ? (
        <Press control="longer">
          <Trans>30 s more rest</Trans>
        </Press>
      ) : (
        <Press control="skip">
          <Trans>Skip exercise</Trans>
        </Press>
      )}
      <Press control="stop" look="danger" hint="s">
        <Trans>Stop</Trans>
      </Press>
    </div>
  )
}
