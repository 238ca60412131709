import { type ChangeEvent, type InputHTMLAttributes, type ReactNode, useId } from 'react'
import styles from './field.module.css'

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** More than one line. */
  lines?: number
  unit?: string | null
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'required' | 'name' | 'min' | 'max' | 'list'
>

/** A labelled text or number field with its hint and error tied to it. */
export function Field({ label, hint, error, value, onChange, onBlur, lines, unit, ...rest }: FieldProps) {
  const id = useId()
  const common = {
    id,
    value,
    onBlur,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
    className: styles['control'],
  }
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      <div className={styles['row']}>
        {lines ? (
          <textarea
            {...common}
            rows={lines}
            maxLength={rest.maxLength}
            required={rest.required}
            name={rest.name}
          />
        ) : (
          <input {...rest} {...common} />
        )}
        {unit && <span className={styles['unit']}>{unit}</span>}
      </div>
      {error && (
        <p id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
