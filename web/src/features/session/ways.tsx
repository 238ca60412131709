import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { readsFromRight } from '../../lib/direction.ts'
import { changeSound, useSoundSettings } from '../../lib/sound-settings.ts'
import styles from './player.module.css'
import { SPOKEN } from './spoken-words.ts'
import { useCanListen } from './use-listening.ts'

/** The keys as they are written on the screen, each with what it does. */
const KEY_MAP: readonly { keys: readonly string[]; does: MessageDescriptor }[] = [
  { keys: ['Space', 'Enter', '⏯'], does: msg`pause, go on` },
  { keys: ['→', 'Page ↓', '⏭'], does: msg`next` },
  { keys: ['←', 'Page ↑', '⏮'], does: msg`back` },
  { keys: ['H'], does: msg`that hurts` },
  { keys: ['E'], does: msg`easier` },
  { keys: ['M'], does: msg`harder next time` },
  { keys: ['K'], does: msg`skip` },
  { keys: ['T'], does: msg`how long` },
  { keys: ['R'], does: msg`say again` },
  { keys: ['S'], does: msg`stop` },
]

type Switch = 'keys' | 'hands' | 'listen' | 'lines'

const turned = (key: string): string =>
  readsFromRight() && (key === '→' || key === '←') ? (key === '→' ? '←' : '→') : key

/** By what the player is driven without touching it, each with its switch, and what it shows over the camera picture. */
export function Ways() {
  const settings = useSoundSettings()
  const can = useCanListen()
  const { t, i18n } = useLingui()
  const words = Object.values(SPOKEN[i18n.locale] ?? {}).map(([first]) => first)
  const check = (which: Switch, label: string) => (
    <label className={styles['check']}>
      <input
        type="checkbox"
        checked={settings[which]}
        onChange={(event) => changeSound({ [which]: event.target.checked })}
      />
      {label}
    </label>
  )
  return (
    <>
      {check('lines', t`Lines over my camera picture`)}
      {check('hands', t`Both hands up for a second: pause and go on`)}
      <p className={styles['keys']}>
        <Trans>The camera sees it. Not while an exercise raises your arms itself.</Trans>
      </p>
      {can && (
        <>
          {check('listen', t`Listen to spoken words`)}
          <p className={styles['keys']}>
            <Trans>Understood on this device. No sound leaves it and none is kept.</Trans>{' '}
            {words.map((word) => `“${word}”`).join(' · ')}
          </p>
        </>
      )}
      {check('keys', t`Single keys work in the session`)}
      <ul className={styles['keyMap']}>
        {KEY_MAP.map(({ keys, does }) => (
          <li key={keys[0]}>
            {keys.map((key) => (
              <kbd key={key}>{turned(key)}</kbd>
            ))}{' '}
            {i18n._(does)}
          </li>
        ))}
      </ul>
    </>
  )
}
