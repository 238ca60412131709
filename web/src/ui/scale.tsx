import { type ReactNode, useId } from 'react'
import styles from './scale.module.css'

type ScaleProps = {
  legend: ReactNode
  legendHidden?: boolean
  low: string
  high: string
  value: number | null
  onChange: (value: number) => void
}

const NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** A number from 0 to 10 as eleven radio buttons, so that touch, arrow keys and screen readers all work the native way. */
export function Scale({ legend, legendHidden = false, low, high, value, onChange }: ScaleProps) {
  const id = useId()
  return (
    <fieldset className={styles['scale']}>
      <legend className={legendHidden ? 'visually-hidden' : styles['legend']}>{legend}</legend>
      <div className={styles['room']}>
        <div className={styles['numbers']}>
          {NUMBERS.map((number) => (
            <label key={number} className={styles['number']}>
              <input
                type="radio"
                name={id}
                value={number}
                checked={value === number}
                onChange={() => onChange(number)}
                aria-label={number === 0 ? `0, ${low}` : number === 10 ? `10, ${high}` : String(number)}
              />
              <span aria-hidden="true">{number}</span>
            </label>
          ))}
        </div>
      </div>
      <div className={styles['ends']} aria-hidden="true">
        <span>0 = {low}</span>
        <span>10 = {high}</span>
      </div>
    </fieldset>
  )
}
