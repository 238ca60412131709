import {
  compareResults,
  type MovementTest,
  type PatientContent,
  type ResultChange,
  type Tested,
} from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { onward } from '../../lib/direction.ts'
import { Card } from '../card.tsx'
import { Stack } from '../page.tsx'
import { RATING_WORDS, SELF_WORDS } from '../rating-words.ts'
import styles from './test-changes.module.css'

const VERDICTS: Record<ResultChange['verdict'], MessageDescriptor> = {
  more: msg`More than before`,
  less: msg`Less than before`,
  'about-the-same': msg`About the same`,
  'not-comparable': msg`Cannot be compared`,
}
const OF: Record<ResultChange['of'], MessageDescriptor | null> = {
  left: msg`Left`,
  right: msg`Right`,
  value: null,
}

/** The tests that there are, by whom they are judged. */
export type Tests = Pick<PatientContent, 'movementTests' | 'furtherTests' | 'selfTests'>
type TestChangesProps = { before: Tested; after: Tested; content: Tests }

/** What changed in each test and what did not: a difference within what the measurement can be wrong by is none. */
export function TestChanges({ before, after, content }: TestChangesProps) {
  const { i18n } = useLingui()
  const tests = [...content.movementTests, ...content.furtherTests]
  const done = tests.filter(({ id }) => after.movementTests[id] !== undefined)
  const alone = content.selfTests.filter(({ id }) => after.selfTests[id] !== undefined)
  return (
    <Stack>
      {done.map((test) => (
        <Card key={test.id} className={styles['result']}>
          <h3>{test.name}</h3>
          <Changes test={test} before={before} after={after} />
        </Card>
      ))}
      {alone.map(({ id, name }) => {
        const [was, is] = [before.selfTests[id]?.result, after.selfTests[id]?.result]
        return (
          <Card key={id} className={styles['result']}>
            <h3>{name}</h3>
            <p>
              {was && `${i18n._(SELF_WORDS[was])} ${onward()} `}
              {is && i18n._(SELF_WORDS[is])}
            </p>
          </Card>
        )
      })}
      {done.length + alone.length === 0 && (
        <p>
          <Trans>No test was done this time.</Trans>
        </p>
      )}
    </Stack>
  )
}

function Changes({ test, before, after }: { test: MovementTest; before: Tested; after: Tested }) {
  const { i18n } = useLingui()
  const [was, is] = [before.movementTests[test.id], after.movementTests[test.id]]
  if (!was || !is)
    return (
      <p>
        <Trans>Done for the first time. From now on it can be compared.</Trans>
      </p>
    )
  const changes = compareResults(test, was, is)
  if (changes.length === 0 && was.rating && is.rating)
    return (
      <p>
        {i18n._(RATING_WORDS[was.rating].label)} {onward()} {i18n._(RATING_WORDS[is.rating].label)}
      </p>
    )
  return (
    <ul className={styles['changes']}>
      {changes.map(({ of, verdict }) => {
        const side = OF[of]
        return (
          <li key={of}>
            {side && `${i18n._(side)}: `}
            <strong>{i18n._(VERDICTS[verdict])}</strong>
            {was[of] != null &&
              is[of] != null &&
              ` (${was[of]} ${onward()} ${is[of]}, ± ${is.error ?? test.error})`}
          </li>
        )
      })}
    </ul>
  )
}
