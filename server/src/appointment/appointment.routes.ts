import type { HandlersOf } from '../http/contract-routes.ts'
import { once, ownAddress } from '../http/receipt.ts'
import { heedWords } from '../patient/heed.ts'
import { setContact } from '../patient/patient.store.ts'
import { addTask } from '../task/task.store.ts'
import { addAppointmentRequest } from './appointment.store.ts'

export const appointmentRoutes: HandlersOf<'requestAppointment'> = {
  requestAppointment: (call) => {
    const { tx, actor, params, body, now } = call
    ownAddress(params, body)
    const { tenantId, patientId } = actor
    const write = { tenantId, patientId, endpoint: 'requestAppointment', id: body.id, body, now }
    return once(tx, write, async () => {
      await addAppointmentRequest(tx, actor, body, now)
      await setContact(tx, patientId, body.contact)
      await addTask(
        tx,
        actor,
        {
          kind: 'appointment-request',
          level: 'see_clinician_first',
          because: [{ id: 'task.appointment-request', values: { when: body.when } }],
        },
        now,
      )
      await heedWords(call, [body.note, body.contact.name], body.yes)
      return { saved: { id: body.id, at: now.toISOString() } }
    })
  },
}
