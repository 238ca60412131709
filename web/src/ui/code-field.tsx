import { useLingui } from '@lingui/react/macro'
import { Field } from './field.tsx'

type Props = { value: string; onChange: (value: string) => void; hint?: string }

/** Six digits from an authenticator app; a password manager that knows them fills them in. */
export function CodeField({ value, onChange, hint }: Props) {
  const { t } = useLingui()
  return (
    <Field
      label={t`Six-digit code`}
      hint={hint}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={9}
      required
      value={value}
      onChange={onChange}
    />
  )
}
