import type { Framing } from '@dorsal/motion'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import styles from './camera-stage.module.css'
import { FRAMING_WORDS, PART_WORDS } from './camera-words.ts'
import type { CameraPhase } from './use-camera.ts'

/** A sentence must stand this long before it is shown: help that flickers cannot be followed. */
const STEADY_MS = 500

/** The one sentence below the picture: what the camera is doing, or how to come into view. */
export function CameraHelp({ phase, framing }: { phase: CameraPhase; framing: Framing | null }) {
  const { t, i18n } = useLingui()
  const sentence = (): string => {
    if (phase === 'asking') return t`Your browser asks for the camera. Choose "Allow".`
    if (phase === 'restarting') return t`One moment. The reading of movement is starting again.`
    if (phase === 'loading' || !framing) return t`Getting ready to see you. This takes a few seconds.`
    if (framing.help === 'part-hidden' && framing.missing.length > 0) {
      const parts = framing.missing.map((part) => i18n._(PART_WORDS[part])).join(', ')
      return t`The camera cannot see this well: ${parts}. Clear the view, or move a little.`
    }
    return i18n._(FRAMING_WORDS[framing.help])
  }
  const seen = phase === 'seeing' && framing?.help === 'in-view'
  // Sign and sentence change together: a tick beside words of waiting would say both.
  const mark = seen ? '✓' : '→'
  const steady = useSteady(`${mark}${sentence()}`)
  const good = steady.startsWith('✓')
  return (
    <output className={styles['help']} data-good={good} data-help={framing?.help}>
      <span className={styles['mark']} aria-hidden="true">
        {good ? '✓' : '→'}
      </span>
      <span>{steady.slice(1)}</span>
    </output>
  )
}

function useSteady(value: string): string {
  const [steady, setSteady] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSteady(value), STEADY_MS)
    return () => clearTimeout(timer)
  }, [value])
  return steady
}
