import type { Framing } from '@dorsal/motion'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from './button.tsx'
import styles from './camera-stage.module.css'
import { CALIBRATION_ADVICE, CALIBRATION_WORDS, FRAMING_WORDS } from './camera-words.ts'
import type { Guide } from './use-calibration.ts'
import { useSpoken } from './use-voice.ts'

type CameraGuideProps = { guide: Guide; framing: Framing | null; byItself: boolean }

/** How long the thanks stand, and how long somebody has to hear what went wrong before it is asked once more. */
const THANKS_MS = 8000
const AGAIN_MS = 7000

/**
 * Learning how the person moves, one sentence at a time, above the picture: begun by itself in the set-up where nothing is known
 * yet, and asked once more there if it failed; else by its button. It can always be skipped, and nothing waits for it.
 */
export function CameraGuide({ guide, framing, byItself }: CameraGuideProps) {
  const { t, i18n } = useLingui()
  const { guidance, known } = guide
  // Whoever stands three steps away cannot press a button: the second time comes without one.
  const [twice, setTwice] = useState(false)
  const seen = framing?.help === 'in-view'
  const failed = guidance.doing === 'failed'
  const done = guidance.doing === 'done'
  const again = byItself && failed && !twice
  const sentence = (): string => {
    if (!('say' in guidance)) return ''
    const said = i18n._(CALIBRATION_WORDS[guidance.say])
    const words = !seen && framing && framing.help !== 'nobody' ? FRAMING_WORDS[framing.help] : undefined
    const advice = failed ? (words ?? CALIBRATION_ADVICE[guidance.say]) : undefined
    const next = again ? t`Then we try once more.` : done && byItself && t`Start when you are ready.`
    return [said, advice && i18n._(advice), next].filter(Boolean).join(' ')
  }
  useSpoken(sentence())
  const begin = useEffectEvent(() => guide.begin())
  const beginAgain = useEffectEvent(() => {
    setTwice(true)
    guide.begin()
  })
  const ready = byItself && known === null && guidance.doing === 'nothing' && seen
  useEffect(() => {
    if (ready) begin()
  }, [ready])
  const soon = again && seen
  useEffect(() => {
    if (!soon) return
    const timer = setTimeout(beginAgain, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [soon])
  const thanked = useEffectEvent(() => guide.skip())
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(thanked, THANKS_MS)
    return () => clearTimeout(timer)
  }, [done])
  if (!('say' in guidance))
    return byItself ? null : (
      <div className={styles['guide']} data-guide="offered">
        <Button look="plain" onClick={guide.begin}>
          {known ? <Trans>Teach the camera again</Trans> : <Trans>Teach the camera how I move</Trans>}
        </Button>
        <p className={styles['guideWhy']}>
          <Trans>One gentle movement, half a minute. Then it counts you better.</Trans>
        </p>
      </div>
    )
  return (
    <div className={styles['guide']} data-guide={guidance.doing} data-say={guidance.say}>
      <output className={styles['guideSays']}>{sentence()}</output>
      {!done && (
        <div className={styles['guideWays']}>
          {failed && (
            <Button look="plain" onClick={guide.begin}>
              <Trans>Try again</Trans>
            </Button>
          )}
          <Button look="quiet" onClick={guide.skip}>
            {failed ? <Trans>Go on without</Trans> : <Trans>Skip this</Trans>}
          </Button>
        </div>
      )}
    </div>
  )
}
