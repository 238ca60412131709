import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useId } from 'react'
import { changeSound, useSoundSettings } from '../lib/sound-settings.ts'
import { deviceVoice } from '../lib/voice.ts'
import { Button } from './button.tsx'
import styles from './sound-panel.module.css'

/** Voice and sounds, each with its own volume, one switch for both; below them the ways to drive the player without touching it. */
export function SoundPanel({ children }: { children: ReactNode }) {
  const settings = useSoundSettings()
  const { t } = useLingui()
  const voiceId = useId()
  const soundsId = useId()
  const hasVoice = deviceVoice(document.documentElement.lang || 'en').available()
  const slider = (id: string, label: string, value: number, set: (value: number) => void) => (
    <div className={styles['volume']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={10}
        value={Math.round(value * 100)}
        onChange={(event) => set(Number(event.target.value) / 100)}
      />
    </div>
  )
  return (
    <details className={styles['panel']}>
      <summary aria-label={t`Sound and keys`}>
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
          <path
            d={
              settings.muted
                ? 'M4 12v8h5l8 6V6l-8 6zM22 12l7 8m0-8-7 8'
                : 'M4 12v8h5l8 6V6l-8 6zM22 11q4 5 0 10M26 8q7 8 0 16'
            }
            fill="none"
            stroke="currentColor"
            strokeWidth="2.5"
            strokeLinejoin="round"
          />
        </svg>
        <span className={styles['toolWord']}>
          <Trans>Sound and keys</Trans>
        </span>
      </summary>
      <div className={styles['panelBody']}>
        <Button
          look="plain"
          aria-pressed={settings.muted}
          onClick={() => changeSound({ muted: !settings.muted })}
        >
          {settings.muted ? <Trans>Turn sound on</Trans> : <Trans>Mute everything</Trans>}
        </Button>
        {slider(voiceId, t`Voice`, settings.voice, (voice) => changeSound({ voice }))}
        {slider(soundsId, t`Sounds`, settings.sounds, (sounds) => changeSound({ sounds }))}
        {!hasVoice && (
          <p>
            <Trans>
              This device has no voice of its own for this language, so you get text and sounds. Voices from
              the internet are not used: they would send the words to others.
            </Trans>
          </p>
        )}
        {children}
      </div>
    </details>
  )
}
