import { Condition } from '@dorsal/care'
import { useLingui } from '@lingui/react/macro'
import { conditionWords } from './condition-words.ts'
import styles from './content-review.module.css'

/** `patientMessage` as it is read: patient message. */
export const nameOf = (field: string): string =>
  field
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase()

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

function Value({ value }: { value: unknown }) {
  const { i18n } = useLingui()
  if (value === null || value === undefined || value === '') return <>–</>
  if (isPlain(value)) return <>{String(value)}</>
  if (Array.isArray(value)) {
    if (value.length === 0) return <>–</>
    if (value.every((one) => isPlain(one) && String(one).length < 24)) return <>{value.join(', ')}</>
    return (
      <ul>
        {value.map((one: unknown, at) => (
          <li key={`${at}-${JSON.stringify(one).slice(0, 40)}`}>
            <Value value={one} />
          </li>
        ))}
      </ul>
    )
  }
  const condition = Condition.safeParse(value)
  if (condition.success) return <code>{conditionWords(condition.data, i18n)}</code>
  return isFields(value) ? <Fields of={value} /> : null
}

type Props = { of: unknown; without?: readonly string[]; only?: readonly string[]; lang?: string }

/** Every field of an item under its own name, as it stands in the content: whatever nobody thought of is shown as well. */
export function Fields({ of, without = [], only, lang }: Props) {
  if (!isFields(of)) return null
  const rows = Object.entries(of).filter(
    ([name]) => !without.includes(name) && (only === undefined || only.includes(name)),
  )
  return (
    <dl className={styles['fields']} lang={lang}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{nameOf(name)}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
