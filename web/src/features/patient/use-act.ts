import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../lib/api.ts'

/** One act on a patient's record: afterwards the record and the panel are read again, also when somebody else was faster. */
export function useAct<Input>(patientId: string, act: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onError: async (error) => {
      // The session ran out: asking who is signed in brings the sign-in, and afterwards this same page with the words typed here.
      if (error instanceof ApiError && error.code === 'sign-in')
        await queryClient.invalidateQueries({ queryKey: ['staff'] })
    },
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: ['patient', patientId] })
      await queryClient.invalidateQueries({ queryKey: ['panel'] })
    },
  })
}
