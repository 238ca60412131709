import type { Framing } from '@dorsal/motion'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import styles from './camera-stage.module.css'
import { FRAMING_WORDS, PART_WORDS } from './camera-words.ts'
import type { CameraPhase } from './use-camera.ts'
import { onward } from '../lib/direction.ts'
import { useSpoken } from './use-voice.ts'

/** A sentence must stand this long before it is shown: help that flickers cannot be followed. */
const STEADY_MS = 500
/** And this long before it is said aloud, so that somebody who is walking into place is not talked to at each step. */
const SAID_MS = 1500

type CameraHelpProps = { phase: CameraPhase; framing: Framing | null; aloud: boolean }

/** The one sentence above the picture: what the camera is doing, or how to come into view. `aloud`: the voice says it, too. */
export function CameraHelp({ phase, framing, aloud }: CameraHelpProps) {
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
  const waiting = phase !== 'seeing' || !framing
  const mark = seen ? '✓' : waiting ? '…' : onward()
  const steady = useSteady(`${mark}${sentence()}`, STEADY_MS)
  const said = useSteady(steady, SAID_MS)
  const good = steady.startsWith('✓')
  const mends = said.startsWith(onward()) && said === steady
  useSpoken(aloud && mends ? said.slice(1) : '')
  return (
    <output
      className={styles['help']}
      data-good={good}
      data-waits={steady.startsWith('…')}
      data-help={framing?.help}
    >
      <span className={styles['mark']} aria-hidden="true">
        {steady.slice(0, 1)}
      </span>
      <span>{steady.slice(1)}</span>
    </output>
  )
}

function useSteady(value: string, ms: number): string {
  const [steady, setSteady] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSteady(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return steady
}
