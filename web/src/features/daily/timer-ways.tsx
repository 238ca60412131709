import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { changeSound, useSoundSettings } from '../../lib/sound-settings.ts'
import styles from './daily.module.css'

/** The keys as they are written on the screen, each with what it does. */
const KEY_MAP: readonly { keys: readonly string[]; does: MessageDescriptor }[] = [
  { keys: ['Space', 'Enter', '⏯'], does: msg`pause, go on` },
  { keys: ['H'], does: msg`that hurts` },
  { keys: ['T'], does: msg`how long` },
  { keys: ['R'], does: msg`say again` },
  { keys: ['S'], does: msg`stop` },
]

/** By which keys the timer is driven, with their switch. */
export function TimerWays() {
  const { keys: on } = useSoundSettings()
  const { i18n } = useLingui()
  return (
    <>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => changeSound({ keys: event.target.checked })}
        />
        <Trans>Single keys work in the session</Trans>
      </label>
      <ul className={styles['keyMap']}>
        {KEY_MAP.map(({ keys, does }) => (
          <li key={keys[0]}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{' '}
            {i18n._(does)}
          </li>
        ))}
      </ul>
    </>
  )
}
