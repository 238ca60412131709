import type { Authorisation, BookingRule, VisitCheckIn, VisitKind, VisitState, WaitWish } from '@dorsal/care'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>
type At = ColumnType<Date, Date | string, Date | string>
type AtOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type Tenant = { tenant_id: string }
/** A day, a time or a wall time: text both ways, since a driver's Date would move it by the zone of the machine. */
type Written = string

type Moment = { starts_at: At; ends_at: At; wall: string; zone: string }

/** The tables behind hours, visits and what is taken. */
export type ScheduleTables = {
  'app.room': Tenant & {
    room_id: string
    location_id: string
    name: string
    kinds: VisitKind[]
    closed_at: AtOrNull
  }
  'app.visit_type': Tenant & {
    type_id: string
    kind: VisitKind
    name: string
    minutes: number
    before_minutes: Generated<number>
    after_minutes: Generated<number>
    seats: Generated<number>
    needs_room: boolean
    booked_by: 'anyone' | 'patients' | 'desk'
    closed_at: AtOrNull
  }
  'app.working_hours': Tenant & {
    hours_id: string
    staff_id: string
    location_id: string
    weekday: number
    from_time: Written
    to_time: Written
    kinds: VisitKind[]
    from_day: Written | null
    until_day: Written | null
  }
  'app.time_off': Tenant & {
    off_id: string
    staff_id: string | null
    location_id: string | null
    from_wall: Written
    until_wall: Written
    title: Generated<string>
    made_by: string
  }
  'app.booking_rule': Tenant & { body: Json<BookingRule>; set_at: At; set_by: string }
  'app.visit_class': Tenant &
    Moment & {
      class_id: string
      type_id: string
      staff_id: string
      location_id: string
      room_id: string | null
      before_minutes: Generated<number>
      after_minutes: Generated<number>
      seats: number
      cancelled_at: AtOrNull
      made_by: string
    }
  'app.visit': Tenant &
    Moment & {
      visit_id: string
      patient_id: string | null
      type_id: string
      staff_id: string
      location_id: string
      room_id: string | null
      class_id: ColumnType<string | null, string | null | undefined, string | null>
      series_id: ColumnType<string | null, string | null | undefined, string | null>
      state: VisitState
      held_until: AtOrNull
      holder: ColumnType<string | null, string | null | undefined, string | null>
      held_from: ColumnType<string | null, string | null | undefined, string | null>
      before_minutes: Generated<number>
      after_minutes: Generated<number>
      sequence: Generated<number>
      version: Generated<number>
      made_at: At
      made_by: string
      booked_at: AtOrNull
      override: ColumnType<string | null, string | null | undefined, string | null>
      arrived_at: AtOrNull
      started_at: AtOrNull
      done_at: AtOrNull
      cancelled_at: AtOrNull
      cancelled_by: ColumnType<string | null, string | null | undefined, string | null>
      cancel_late: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
    }
  'app.tick': Tenant & {
    resource: string
    tick: number
    seat: Generated<number>
    visit_id: string | null
    class_id: string | null
  }
  'app.wait_list': Tenant & {
    wait_id: string
    patient_id: string
    type_id: string
    staff_id: string | null
    location_id: string | null
    wish: Json<WaitWish>
    state: 'waiting' | 'offered' | 'taken' | 'ended'
    since: At
    visit_id: string | null
    offered_until: AtOrNull
    declined: Generated<number>
  }
  'app.visit_check_in': Tenant & {
    check_in_id: string
    visit_id: string
    patient_id: string
    body: Json<VisitCheckIn>
    at: At
  }
  'app.visit_authorisation': Tenant & {
    patient_id: string
    body: Json<Authorisation>
    set_at: At
    set_by: string
  }
}
