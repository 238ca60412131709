import type { NoteLine } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import type { KeyboardEvent } from 'react'
import styles from './note.module.css'

type Props = {
  line: NoteLine
  section: string
  number: number
  shown: boolean
  open: boolean
  onChange: (text: string) => void
  onShow: () => void
  onDrop: () => void
}

/** The next or the one before among all sentences on the page. */
function step(event: KeyboardEvent<HTMLElement>, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLTextAreaElement>('[data-sentence] textarea')]
  const at = all.findIndex((one) => one === event.target)
  all[at + by]?.focus()
}

/** One sentence of a draft: words to change, and beside them where they come from. */
export function Sentence({ line, section, number, shown, open, onChange, onShow, onDrop }: Props) {
  const { t } = useLingui()
  const changed = line.drafted !== null && line.text !== line.drafted
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey) return
    if (event.key === 'ArrowDown') step(event, 1)
    else if (event.key === 'ArrowUp') step(event, -1)
    else if (event.key === 'Delete' || event.key === 'Backspace') onDrop()
    else return
    event.preventDefault()
  }
  return (
    <li data-sentence={line.id} data-shown={shown} data-open={open} className={styles['sentence']}>
      <textarea
        aria-label={t`${section}, sentence ${number}`}
        aria-invalid={open || undefined}
        rows={1}
        maxLength={4000}
        value={line.text}
        onChange={(event) => onChange(event.target.value.replaceAll('\n', ' '))}
        onFocus={onShow}
        onKeyDown={keys}
      />
      <span className={styles['mark']}>
        {open ? (
          <Trans>for you to write</Trans>
        ) : line.drafted === null ? (
          <Trans>yours</Trans>
        ) : changed ? (
          <Trans>changed</Trans>
        ) : null}
      </span>
      <button
        type="button"
        className={styles['drop']}
        aria-label={t`Take out: ${section}, sentence ${number}`}
        title={t`Take out (Alt+Delete)`}
        onClick={onDrop}
      >
        ✕
      </button>
    </li>
  )
}
