import { useQuery } from '@tanstack/react-query'
import { keys } from '../../queries/keys.ts'
import { useAzure } from '../../queries/use-azure.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useDeployment } from '../../queries/use-deployment.ts'
import { useSessionState } from '../../queries/use-session.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { browserFacts } from './browser-facts.ts'
import page from './Page.module.css'
import { SelfTest } from './SelfTest.tsx'

/** `/self-test`: reads once when it is opened, and again when asked. */
export function Component() {
  const azure = useAzure()
  const demo = useDemo() !== undefined
  const deployment = useDeployment()
  const state = useSessionState()
  const problem =
    state?.is === 'signedIn'
      ? (state.problem ?? state.needs.find(({ because }) => because)?.because)
      : undefined
  const { data, isFetching, refetch } = useQuery({
    queryKey: keys.selfTest,
    queryFn: async ({ signal }) => ({ reading: await azure.selfTest(signal), browser: browserFacts() }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  })
  return (
    <>
      <title>Self-test · Hybrid Connectivity Hub</title>
      {data ? (
        <SelfTest
          demo={demo}
          busy={isFetching}
          onAgain={() => void refetch()}
          facts={{ ...data, ...(deployment && { deployment }), ...(problem && { problem }) }}
        />
      ) : (
        <div className={page.page} aria-busy>
          <h1 className={page.title}>Self-test: reading once</h1>
          <Skeleton width={420} height={20} />
        </div>
      )}
    </>
  )
}
