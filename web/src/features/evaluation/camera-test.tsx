import type { MovementTest } from '@dorsal/care'
import type { Movement, SetSummary } from '@dorsal/motion'
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CameraStage } from '../../ui/camera-stage.tsx'
import { Actions } from '../../ui/page.tsx'
import styles from './movement-check.module.css'
import { type Sides, sidesOf } from './results.ts'

type CameraTestProps = {
  test: MovementTest
  movement: Movement
  steps: ReactNode
  onMeasured: (sides: Sides) => void
  onSelf: () => void
}

/** The test in front of the camera: the picture, and how far the person came to each side, always with its error. */
export function CameraTest({ test, movement, steps, onMeasured, onSelf }: CameraTestProps) {
  const [summary, setSummary] = useState<SetSummary | null>(null)
  const sides = sidesOf(summary, test.error)
  const measured = sides && (sides.left !== null || sides.right !== null) ? sides : null
  return (
    <div className={styles['live']}>
      <CameraStage
        movement={movement}
        running
        onEvents={() => {}}
        onSummary={setSummary}
        onFailure={() => {}}
        onReady={() => {}}
        showSkeleton
        guide="offered"
      />
      <div className={styles['reading']}>
        <dl className={styles['sides']} aria-live="polite">
          <Side name={<Trans>Left</Trans>} value={sides?.left ?? null} error={sides?.error ?? 0} />
          <Side name={<Trans>Right</Trans>} value={sides?.right ?? null} error={sides?.error ?? 0} />
        </dl>
        <p className={styles['note']}>
          {measured ? (
            <Trans>
              This is the furthest so far. A camera is a rough measure, so each number has its margin.
            </Trans>
          ) : (
            <Trans>Nothing measured yet. The numbers come after your first turn or bend.</Trans>
          )}
        </p>
        <Actions>
          {measured && (
            <Button large onClick={() => onMeasured(measured)}>
              <Trans>I am done</Trans>
            </Button>
          )}
          <Button large look="plain" onClick={onSelf}>
            <Trans>Judge it myself instead</Trans>
          </Button>
        </Actions>
        {steps}
      </div>
    </div>
  )
}

function Side({ name, value, error }: { name: ReactNode; value: number | null; error: number }) {
  return (
    <div className={styles['side']}>
      <dt>{name}</dt>
      {value === null ? (
        <dd className={styles['none']}>
          <Trans>not yet</Trans>
        </dd>
      ) : (
        <dd>
          <strong>{value}°</strong> <span>± {error}°</span>
        </dd>
      )}
    </div>
  )
}
