import type { PatientRecord } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { configQuery, contentQuery } from '../../lib/config.ts'
import { nowInstant } from '../../lib/time.ts'
import type { CourseView } from '../../ui/course/course-view.ts'
import { FunctionCourse } from '../../ui/course/function-course.tsx'
import { PainCourse } from '../../ui/course/pain-course.tsx'
import { RangeCourse } from '../../ui/course/range-course.tsx'
import { WeeksCourse } from '../../ui/course/weeks-course.tsx'
import { WhatHappened } from '../../ui/course/what-happened.tsx'
import { CheckIns } from './check-ins.tsx'
import styles from './patient-page.module.css'
import { TimeAxis } from './time-axis.tsx'

/** Pain, daily life, sessions and range on one time; each by itself, with its table and what usually happens, a press away. */
export function Course({ record }: { record: PatientRecord }) {
  const config = useQuery(configQuery).data
  const { data: content } = useQuery({
    ...contentQuery(config ?? { contentUrl: '' }),
    enabled: config !== undefined,
  })
  const view: CourseView | null = record.course && {
    course: record.course,
    checkIns: record.checkIns,
    reports: record.reports.map(({ report }) => report),
    measures: content?.measures ?? [],
    curves: content?.outcome?.curves ?? [],
    tests: content ?? null,
    texts: record.texts,
    now: nowInstant(),
    reader: 'clinic',
  }
  return (
    <section aria-labelledby="course" className={styles['block']}>
      <h2 id="course">
        <Trans>Course</Trans>
      </h2>
      {view === null ? (
        <p className={styles['quiet']}>
          <Trans>No plan yet. The course appears here after the first answers.</Trans>
        </p>
      ) : (
        <>
          <TimeAxis record={record} view={view} />
          <details data-each>
            <summary>
              <Trans>Each by itself, as the person sees it, with what usually happens</Trans>
            </summary>
            <PainCourse view={view} />
            <FunctionCourse view={view} />
            <WeeksCourse view={view} />
            <RangeCourse view={view} />
          </details>
          <WhatHappened view={view} />
          <CheckIns record={record} measures={view.measures} rules={content?.outcome} />
        </>
      )}
    </section>
  )
}
