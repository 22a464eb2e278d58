import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { createGate } from '../api/gate.ts'
import type { Service } from '../api/service.ts'
import { createMcpServer } from './mcp-server.ts'

/** MCP over standard input and output, for one person's own program; resolves once that has closed the input. */
export async function serveMcp(service: Service, territory: string): Promise<void> {
  const ended = new Promise<void>((resolve) => process.stdin.once('close', resolve).once('end', resolve))
  const gate = createGate({ perOwner: 4, total: 4 })
  const connection = serveStdio(() => createMcpServer(service, { owner: 'local', territory, gate }))
  await ended
  await connection.close()
}
