import type { MovementTest, MovementTestResult } from '@dorsal/care'
import type { Movement } from '@dorsal/motion'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Actions, Stack } from '../../ui/page.tsx'
import { CameraTest } from './camera-test.tsx'
import styles from './movement-check.module.css'
import { OwnJudgement } from './own-judgement.tsx'
import { PainAfter } from './pain-after.tsx'
import { ProtocolTest } from './protocol-test.tsx'
import { cameraResult, type Measured, ownWayOf } from './results.ts'
import { SelfRating } from './self-rating.tsx'

type TestScreenProps = {
  test: MovementTest
  /** How the camera looks: at an exercise, by the test's own protocol, or not at all. */
  camera: Movement | 'protocol' | null
  onResult: (result: MovementTestResult | null) => void
}

type Way = 'read' | 'camera' | 'self' | Measured

/** One test: what to do, then by camera or by own judgement, then how much it hurt. */
export function TestScreen({ test, camera, onResult }: TestScreenProps) {
  const [way, setWay] = useState<Way>('read')
  const [times, setTimes] = useState(0)
  if (typeof way === 'object')
    return <PainAfter onDone={(pain) => onResult(cameraResult(way, pain))} onBack={() => setWay('camera')} />
  const own = ownWayOf(test)
  const usable = test.protocol.camera === null ? null : camera
  const steps = (
    <ol className={styles['steps']} lang={test.lang}>
      {test.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
  const onSelf = own === null ? null : () => setWay('self')
  if (way === 'camera' && usable === 'protocol')
    return (
      <ProtocolTest
        key={times}
        test={test}
        steps={steps}
        onMeasured={setWay}
        onAgain={() => setTimes(times + 1)}
        onSelf={onSelf}
      />
    )
  if (way === 'camera' && usable !== null && usable !== 'protocol')
    return (
      <CameraTest
        test={test}
        movement={usable}
        steps={steps}
        onMeasured={setWay}
        onSelf={() => setWay('self')}
      />
    )
  if (way === 'self' && own !== null)
    return (
      <Stack>
        {steps}
        {own === 'sides' ? (
          <SelfRating onDone={onResult} onBack={() => setWay('read')} />
        ) : (
          <OwnJudgement test={test} by={own} onDone={onResult} onBack={() => setWay('read')} />
        )}
      </Stack>
    )
  return (
    <Stack>
      {steps}
      <p className={styles['stop']}>
        <Trans>Move only as far as is comfortable. Stop if you feel sharp pain, dizziness or tingling.</Trans>
      </p>
      <Actions>
        {usable && (
          <Button large onClick={() => setWay('camera')}>
            <Trans>Measure with the camera</Trans>
          </Button>
        )}
        {onSelf && (
          <Button large look={usable ? 'plain' : 'main'} onClick={onSelf}>
            <Trans>Judge it myself</Trans>
          </Button>
        )}
        <Button large look="quiet" onClick={() => onResult(null)}>
          <Trans>Skip this test</Trans>
        </Button>
      </Actions>
    </Stack>
  )
}
