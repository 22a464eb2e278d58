import { createMcpHandler } from '@modelcontextprotocol/server'
import type { Api, ApiOptions } from '../api/api-env.ts'
import type { Gate } from '../api/gate.ts'
import type { Service } from '../api/service.ts'
import { createMcpServer } from './mcp-server.ts'

const bodyBytesMax = 256 * 1024

/** MCP over streamable HTTP at `/mcp`, without sessions: each request says who asks, as everywhere else. */
export function addMcp(api: Api, service: Service, options: Pick<ApiOptions, 'territory'> & { gate: Gate }): void {
  const handler = createMcpHandler(
    ({ authInfo }) => createMcpServer(service, { ...options, owner: authInfo?.clientId ?? '' }),
    { maxRequestBodySize: bodyBytesMax },
  )
  api.all('/mcp', (c) => {
    const { owner } = c.get('caller')
    return handler.fetch(c.req.raw, { authInfo: { token: '', clientId: owner, scopes: [] } })
  })
}
