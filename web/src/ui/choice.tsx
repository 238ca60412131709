import { type ReactNode, useId } from 'react'
import styles from './choice.module.css'

export type Option = { value: string; label: string; hint?: string }

type Shared = {
  legend: ReactNode
  /** Keeps the legend for screen readers alone, where a heading above says the same. */
  legendHidden?: boolean
  hint?: ReactNode
  /** Short options stand side by side where there is room. */
  inline?: boolean
  options: readonly Option[]
  error?: string | null
}

function Frame({
  legend,
  legendHidden,
  hint,
  inline,
  error,
  children,
  id,
}: Omit<Shared, 'options'> & { id: string; children: ReactNode }) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className={styles['group']} aria-describedby={describedBy}>
      <legend className={legendHidden ? 'visually-hidden' : styles['legend']}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      )}
      <div className={styles['options']} data-inline={inline}>
        {children}
      </div>
    </fieldset>
  )
}

function Row({ option, control }: { option: Option; control: ReactNode }) {
  return (
    <label className={styles['option']}>
      {control}
      <span className={styles['text']}>
        {option.label}
        {option.hint && <small>{option.hint}</small>}
      </span>
    </label>
  )
}

type ChoiceProps = Shared & { value: string | null; onChange: (value: string) => void }

/** One of several, as large radio rows. */
export function Choice({ options, value, onChange, ...frame }: ChoiceProps) {
  const id = useId()
  return (
    <Frame {...frame} id={id}>
      {options.map((option) => (
        <Row
          key={option.value}
          option={option}
          control={
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
          }
        />
      ))}
    </Frame>
  )
}

type ManyProps = Shared & { values: readonly string[]; onChange: (values: string[]) => void }

/** Any of several, as large checkbox rows. */
export function Many({ options, values, onChange, ...frame }: ManyProps) {
  const id = useId()
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
  return (
    <Frame {...frame} id={id}>
      {options.map((option) => (
        <Row
          key={option.value}
          option={option}
          control={
            <input
              type="checkbox"
              checked={values.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
          }
        />
      ))}
    </Frame>
  )
}
