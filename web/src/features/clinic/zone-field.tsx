import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import { Field } from '../../ui/field.tsx'

/** The zones that this browser knows; older ones know no list, and there the name is typed. */
const ZONES = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : []

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

type Props = { value: string; onChange: (zone: string) => void; required?: boolean }

/** By whose clocks the hours of a place run. */
export function ZoneField({ value, onChange, required = false }: Props) {
  const list = useId()
  return (
    <>
      <Field
        label={<Trans>Time zone</Trans>}
        hint={<Trans>For example Europe/Lisbon. Hours are shown by the clocks of this zone.</Trans>}
        list={list}
        autoComplete="off"
        maxLength={60}
        required={required}
        value={value}
        onChange={onChange}
      />
      <datalist id={list}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
    </>
  )
}
