import type { DraftFault } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import { withKitNamed } from '../../ui/kit-words.ts'
import styles from './plan-editor.module.css'

/** What stands before a remark, so that colour is never the only sign. */
const GRADES: Readonly<Record<DraftFault['grade'], { sign: string; label: MessageDescriptor }>> = {
  never: { sign: '■', label: msg`Not possible` },
  refused: { sign: '▲', label: msg`Kept out by a rule` },
  released: { sign: '△', label: msg`Kept out by a rule, released by words` },
  wrong: { sign: '▲', label: msg`Please mend` },
  care: { sign: '◆', label: msg`With care` },
  said: { sign: '·', label: msg`To know` },
}

/** One thing that stands against a draft, or is to be known, and the answers that it comes from. */
export function Fault({ fault: { grade, because, answers }, id }: { fault: DraftFault; id?: string }) {
  const { i18n } = useLingui()
  const { sign, label } = GRADES[grade]
  return (
    <p className={styles['fault']} data-grade={grade} id={id}>
      <strong>
        {sign} {i18n._(label)}:
      </strong>{' '}
      {explain(withKitNamed(because, i18n))}
      {answers.map(({ question, answer }) => (
        <span key={question} className={styles['answer']}>
          {' '}
          <Trans>
            From the answer “{answer}” to “{question}”
          </Trans>
        </span>
      ))}
    </p>
  )
}

/** The same for the whole plan, where nothing can be done about it at a field. */
export function WholeFault({ fault }: { fault: DraftFault }) {
  return (
    <div role="alert" className={styles['stop']}>
      <Fault fault={fault} />
      {fault.grade === 'never' && (
        <p>
          <Trans>
            There is no override for this. The warning is cleared on the record, after an assessment.
          </Trans>
        </p>
      )}
    </div>
  )
}
