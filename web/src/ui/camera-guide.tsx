import type { Framing } from '@dorsal/motion'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent } from 'react'
import { Button } from './button.tsx'
import styles from './camera-stage.module.css'
import { CALIBRATION_WORDS } from './camera-words.ts'
import type { Guide } from './use-calibration.ts'
import { useSpoken } from './use-voice.ts'

type CameraGuideProps = { guide: Guide; framing: Framing | null; byItself: boolean }

/**
 * Learning how the person moves, one sentence at a time, above the picture: begun by itself in the set-up where nothing is known
 * yet, else by its button. It can always be skipped, and nothing waits for it.
 */
export function CameraGuide({ guide, framing, byItself }: CameraGuideProps) {
  const { i18n } = useLingui()
  const { guidance, known } = guide
  const sentence = 'say' in guidance ? i18n._(CALIBRATION_WORDS[guidance.say]) : ''
  useSpoken(sentence)
  const begin = useEffectEvent(() => guide.begin())
  const ready = byItself && known === null && guidance.doing === 'nothing' && framing?.help === 'in-view'
  useEffect(() => {
    if (ready) begin()
  }, [ready])
  if (!('say' in guidance))
    return byItself ? null : (
      <div className={styles['guide']} data-guide="offered">
        <Button look="plain" onClick={guide.begin}>
          {known ? <Trans>Learn anew how I move</Trans> : <Trans>Learn how I move</Trans>}
        </Button>
      </div>
    )
  return (
    <div className={styles['guide']} data-guide={guidance.doing} data-say={guidance.say}>
      <output className={styles['guideSays']}>{sentence}</output>
      {guidance.doing !== 'done' && (
        <div className={styles['guideWays']}>
          {guidance.doing === 'failed' && (
            <Button look="plain" onClick={guide.begin}>
              <Trans>Try again</Trans>
            </Button>
          )}
          <Button look="quiet" onClick={guide.skip}>
            {guidance.doing === 'failed' ? <Trans>Go on without</Trans> : <Trans>Skip this</Trans>}
          </Button>
        </div>
      )}
    </div>
  )
}
