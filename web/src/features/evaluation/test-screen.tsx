import type { MovementTest, MovementTestResult } from '@dorsal/care'
import type { Movement } from '@dorsal/motion'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Actions, Stack } from '../../ui/page.tsx'
import { CameraTest } from './camera-test.tsx'
import styles from './movement-check.module.css'
import { PainAfter } from './pain-after.tsx'
import { cameraResult, type Sides } from './results.ts'
import { SelfRating } from './self-rating.tsx'

type TestScreenProps = {
  test: MovementTest
  /** Null where there is no camera to be used. */
  movement: Movement | null
  onResult: (result: MovementTestResult | null) => void
}

type Way = 'read' | 'camera' | 'self' | Sides

/** One test: what to do, then by camera or by own judgement, then how much it hurt. */
export function TestScreen({ test, movement, onResult }: TestScreenProps) {
  const [way, setWay] = useState<Way>('read')
  if (typeof way === 'object')
    return <PainAfter onDone={(pain) => onResult(cameraResult(way, pain))} onBack={() => setWay('camera')} />
  const steps = (
    <ol className={styles['steps']}>
      {test.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
  if (way === 'camera' && movement)
    return (
      <CameraTest
        test={test}
        movement={movement}
        steps={steps}
        onMeasured={setWay}
        onSelf={() => setWay('self')}
      />
    )
  if (way === 'self')
    return (
      <Stack>
        {steps}
        <SelfRating onDone={onResult} onBack={() => setWay('read')} />
      </Stack>
    )
  return (
    <Stack>
      {steps}
      <p className={styles['stop']}>
        <Trans>Move only as far as is comfortable. Stop if you feel sharp pain, dizziness or tingling.</Trans>
      </p>
      <Actions>
        {movement && (
          <Button large onClick={() => setWay('camera')}>
            <Trans>Measure with the camera</Trans>
          </Button>
        )}
        <Button large look={movement ? 'plain' : 'main'} onClick={() => setWay('self')}>
          <Trans>Judge it myself</Trans>
        </Button>
        <Button large look="quiet" onClick={() => onResult(null)}>
          <Trans>Skip this test</Trans>
        </Button>
      </Actions>
    </Stack>
  )
}
