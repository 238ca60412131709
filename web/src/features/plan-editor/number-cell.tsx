import { useState } from 'react'
import styles from './plan-editor.module.css'

type Props = {
  label: string
  /** Of which line, for whoever does not see it. */
  title: string
  value: number | null
  step?: number
  wrong?: boolean
  describedBy?: string | undefined
  onChange: (value: number) => void
}

/** A number in a dense row. What is typed stays as typed; it counts as soon as it is a number. */
export function NumberCell({ label, title, value, step = 1, wrong = false, describedBy, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label className={styles['cell']}>
      <span aria-hidden="true">{label}</span>
      <input
        type="number"
        inputMode="decimal"
        step={step}
        aria-label={title === '' ? label : `${title}: ${label}`}
        aria-invalid={wrong}
        aria-describedby={describedBy}
        value={typed ?? value ?? ''}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value)
          const number = event.target.valueAsNumber
          if (Number.isFinite(number)) onChange(number)
        }}
      />
    </label>
  )
}
