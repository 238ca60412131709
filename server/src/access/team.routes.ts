import type { HandlersOf } from '../http/contract-routes.ts'
import { joinTeam, leaveTeam, putLocation, setPlace, setWorkplaces, teamsOf } from './team.store.ts'

type Names = 'teams' | 'putLocation' | 'setWorkplaces' | 'setPlace' | 'joinTeam' | 'leaveTeam'
const done = { done: true } as const

export const teamRoutes: HandlersOf<Names> = {
  teams: async ({ tx, actor, now, saw }) => {
    const teams = await teamsOf(tx, actor.tenantId, now)
    saw(teams.patients.map(({ patientId }) => patientId))
    return teams
  },
  putLocation: async ({ tx, actor, params, body, now }) => {
    await putLocation(tx, actor.tenantId, params.id, body, now)
    return done
  },
  setWorkplaces: async ({ tx, actor, params, body }) => {
    await setWorkplaces(tx, actor.tenantId, params.id, body.locations)
    return done
  },
  setPlace: async ({ tx, params, body }) => {
    await setPlace(tx, params.id, body.locationId)
    return done
  },
  joinTeam: async ({ tx, actor, params, body, now }) => {
    await joinTeam(tx, { actor, patientId: params.id, staffId: params.staffId, wish: body, now })
    return done
  },
  leaveTeam: async ({ tx, params }) => {
    await leaveTeam(tx, params.id, params.staffId)
    return done
  },
}
