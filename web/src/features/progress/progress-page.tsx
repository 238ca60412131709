import type { Me, PatientContent } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import type { CourseView } from '../../ui/course/course-view.ts'
import { FunctionCourse } from '../../ui/course/function-course.tsx'
import { PainCourse } from '../../ui/course/pain-course.tsx'
import { RangeCourse } from '../../ui/course/range-course.tsx'
import { WeeksCourse } from '../../ui/course/weeks-course.tsx'
import { WhatHappened } from '../../ui/course/what-happened.tsx'
import { Actions, Page } from '../../ui/page.tsx'

type ProgressPageProps = { me: Me; content: PatientContent; offline: boolean; now: string }

function Parts({ view }: { view: CourseView }) {
  const happened = view.course.flares.length > 0 || view.course.phases.length > 1
  return (
    <>
      <Card>
        <h2>
          <Trans>Pain</Trans>
        </h2>
        <PainCourse view={view} />
      </Card>
      <Card>
        <h2>
          <Trans>Daily life</Trans>
        </h2>
        <FunctionCourse view={view} />
      </Card>
      <Card>
        <h2>
          <Trans>Sessions</Trans>
        </h2>
        <WeeksCourse view={view} />
      </Card>
      <Card>
        <h2>
          <Trans>How far you move</Trans>
        </h2>
        <RangeCourse view={view} />
        <p>
          <Link to="/replays" className={buttonClass('plain')}>
            <Trans>Watch a set of yours again</Trans>
          </Link>
        </p>
      </Card>
      {happened && (
        <Card>
          <h2>
            <Trans>What happened on the way</Trans>
          </h2>
          <WhatHappened view={view} />
        </Card>
      )}
    </>
  )
}

/** How it has gone since the start: what was told, what was measured and how sure that is, and what usually happens. */
export function ProgressPage({ me, content, offline, now }: ProgressPageProps) {
  const { t } = useLingui()
  const { course, checkIns, texts } = me
  const view: CourseView | null = course && {
    course,
    checkIns,
    reports: me.history.map(({ report }) => report),
    measures: content.measures,
    curves: content.outcome?.curves ?? [],
    tests: content,
    texts,
    now,
    reader: 'person',
  }
  return (
    <Page
      title={t`Your progress`}
      lead={
        <Trans>
          Recovery goes up and down. Look at the weeks, not at single days. Whether the exercises or time
          itself did it cannot be told from these pictures.
        </Trans>
      }
    >
      {offline && (
        <Notice>
          <p>
            <Trans>You are offline. This is how it was when you were last connected.</Trans>
          </p>
        </Notice>
      )}
      {view === null ? (
        <p>
          <Trans>Your progress appears here once you have a plan.</Trans>
        </p>
      ) : (
        <Parts view={view} />
      )}
      <Actions>
        <Link to="/today" className={buttonClass('main', true)}>
          <Trans>Back to today</Trans>
        </Link>
        <Button look="plain" large onClick={() => globalThis.print()}>
          <Trans>Print</Trans>
        </Button>
      </Actions>
    </Page>
  )
}
