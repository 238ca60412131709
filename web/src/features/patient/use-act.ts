import { useMutation, useQueryClient } from '@tanstack/react-query'

/** One act on a patient's record: afterwards the record and the panel are read again, also when somebody else was faster. */
export function useAct<Input>(patientId: string, act: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: ['patient', patientId] })
      await queryClient.invalidateQueries({ queryKey: ['panel'] })
    },
  })
}
