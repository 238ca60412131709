import { useLingui } from '@lingui/react/macro'
import { shortMomentOf } from '../../lib/time.ts'
import styles from './note.module.css'
import type { SaveState } from './use-autosave.ts'

/** Whether what is on the screen is kept, in words. "Saved" is said only after the server has said so. */
export function SaveLine({ state, at }: { state: SaveState; at: string }) {
  const { t, i18n } = useLingui()
  const words: Readonly<Record<SaveState, string>> = {
    saved: t`✓ Saved ${shortMomentOf(at, i18n.locale)}`,
    typing: t`Not saved yet`,
    saving: t`Saving…`,
    unsent: t`Not saved: still here, tried again in a few seconds`,
    aside: t`Not saved over: somebody else wrote here`,
  }
  return (
    <output data-state={state} className={styles['save']}>
      {words[state]}
    </output>
  )
}
