import {
  type DeskClass,
  type DeskRange,
  type DeskVisit,
  dayAfter,
  wallClock,
  wallToInstant,
} from '@dorsal/care'

/** Minutes of a day by the clock of the calendar's zone. */
export type Minutes = { from: number; to: number }

type Placed = Minutes & { key: string; staffId: string }
export type VisitBlock = Placed & { what: 'visit'; visit: DeskVisit }
export type ClassBlock = Placed & { what: 'class'; group: DeskClass; people: readonly DeskVisit[] }
export type FreeBlock = Placed & { what: 'free'; placeId: string }
export type Block = VisitBlock | ClassBlock | FreeBlock

export type Column = {
  staffId: string
  name: string
  open: readonly Minutes[]
  off: readonly (Minutes & { title: string })[]
  blocks: readonly Block[]
}

const WHOLE = 24 * 60
const LEAST_GAP = 10
const pad = (n: number): string => String(n).padStart(2, '0')

/** `HH:MM` of a minute of the day. */
export const clockOf = (minute: number): string => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`

/** The minute of the day that `HH:MM` is. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The instant at which the clocks of a zone show this minute of a day. */
export const instantAt = (day: string, minute: number, zone: string): string =>
  new Date(wallToInstant(`${day}T${clockOf(minute)}`, zone)).toISOString()

/** Spans less what lies in others, each in order of its beginning. */
export function without(spans: readonly Minutes[], taken: readonly Minutes[]): Minutes[] {
  return taken.reduce<Minutes[]>(
    (left, cut) =>
      left.flatMap(({ from, to }) =>
        cut.to <= from || cut.from >= to
          ? [{ from, to }]
          : [
              { from, to: cut.from },
              { from: cut.to, to },
            ].filter((rest) => rest.to > rest.from),
      ),
    [...spans],
  )
}

/** One day of the calendar, a column for each who works or has somebody that day. Seats of a class stand in the class. */
export function columnsOf(range: DeskRange, day: string): Column[] {
  const wall = wallClock()
  const minute = (instant: string): number => {
    const at = wall(Date.parse(instant), range.zone)
    const on = at.slice(0, 10)
    if (on !== day) return on < day ? 0 : WHOLE
    return minuteOf(at.slice(11))
  }
  const span = ({ starts, ends }: { starts: string; ends: string }) => ({
    from: minute(starts),
    to: minute(ends),
  })
  const today = <T extends { staffId: string; starts: string; ends: string }>(list: readonly T[]) =>
    list.map((one) => ({ one, ...span(one) })).filter(({ from, to }) => to > from)
  const visits = today(range.visits.map((one) => ({ ...one, staffId: one.staff.id })))
  const [classes, open, off] = [today(range.classes), today(range.open), today(range.off)]
  return range.staff
    .map(({ id, name }) => {
      const theirs = <T extends { one: { staffId: string } }>(list: readonly T[]) =>
        list.filter(({ one }) => one.staffId === id)
      const booked: Block[] = [
        ...theirs(visits)
          .filter(({ one }) => one.classId === null)
          .map(({ one, from, to }): Block => {
            const visit = range.visits.find((v) => v.id === one.id) ?? one
            return { what: 'visit', key: one.id, staffId: id, from, to, visit }
          }),
        ...theirs(classes).map(({ one, from, to }): Block => {
          const people = range.visits.filter(({ classId }) => classId === one.id)
          return { what: 'class', key: one.id, staffId: id, from, to, group: one, people }
        }),
      ]
      const closed = theirs(off).map(({ one, from, to }) => ({ from, to, title: one.title }))
      const free = theirs(open).flatMap(({ one, from, to }) =>
        without([{ from, to }], [...booked, ...closed])
          .filter((gap) => gap.to - gap.from >= LEAST_GAP)
          .map(
            (gap): Block => ({
              what: 'free',
              key: `${id}-${gap.from}`,
              staffId: id,
              placeId: one.placeId,
              ...gap,
            }),
          ),
      )
      const blocks = [...booked, ...free].toSorted((a, b) => a.from - b.from)
      return {
        staffId: id,
        name,
        open: theirs(open).map(({ from, to }) => ({ from, to })),
        off: closed,
        blocks,
      }
    })
    .filter(({ open: hours, blocks }) => hours.length > 0 || blocks.length > 0)
}

/** From which full hour to which a day is drawn: all that is open or booked. */
export function hoursShown(columns: readonly Column[]): Minutes {
  const all = columns.flatMap(({ open, blocks }) => [...open, ...blocks])
  if (all.length === 0) return { from: 8 * 60, to: 18 * 60 }
  const from = Math.floor(Math.min(...all.map((one) => one.from)) / 60) * 60
  return { from, to: Math.max(from + 240, Math.ceil(Math.max(...all.map((one) => one.to)) / 60) * 60) }
}

type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

/** Where an arrow leads from a block: the next of its column, or the nearest in time of the column beside it. */
export function walk(columns: readonly Column[], key: string, arrow: Arrow): Block | undefined {
  const at = columns.findIndex(({ blocks }) => blocks.some((one) => one.key === key))
  const blocks = columns[at]?.blocks ?? []
  const here = blocks.findIndex((one) => one.key === key)
  const block = blocks[here]
  if (block === undefined) return columns.find((one) => one.blocks.length > 0)?.blocks[0]
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') return blocks[here + (arrow === 'ArrowUp' ? -1 : 1)]
  const step = arrow === 'ArrowLeft' ? -1 : 1
  for (let next = at + step; columns[next] !== undefined; next += step) {
    const near = columns[next]?.blocks.toSorted(
      (a, b) => Math.abs(a.from - block.from) - Math.abs(b.from - block.from),
    )[0]
    if (near) return near
  }
  return undefined
}

/** The seven days of the week in which a day lies, from Monday on. */
export function weekOf(day: string): string[] {
  const weekday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 7 }, (_, n) => dayAfter(day, n - weekday))
}
