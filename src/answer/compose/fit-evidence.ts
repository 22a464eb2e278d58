import type { Evidence } from '../../law/answer.ts'
import type { ChatModel } from '../../models/chat.ts'
import { replyTokens, usualContextTokens } from '../../models/reply-tokens.ts'
import { type EvidenceBlock, evidenceBlocks } from './evidence-blocks.ts'

/**
 * German law has 4.0 characters a token in Gemma's vocabulary of 262,000 entries (measured on 150,000 characters of the
 * laws). Llama's and Qwen's are about half as large and cut German finer. Where nobody counts, the cautious side is taken.
 */
const charsPerToken = 3
/** Chat templates and the roles of messages. */
const templateTokens = 64

/**
 * The evidence that a model's window holds beside the prompt and the reply, passage by passage in order; a passage is
 * offered whole or not at all, only a first one that alone is too long is cut after a sentence. `fill` is the prompt
 * around given evidence. The whole is counted once, by the model's own tokenizer where it has one; where it does not
 * fit, a passage counts by its share of the characters.
 */
export async function fitEvidence(
  { countTokens, contextTokens = usualContextTokens }: ChatModel,
  evidence: Evidence[],
  fill: (evidence: Evidence[]) => { system: string; user: string },
): Promise<Evidence[]> {
  const whole = lengthOf(fill(evidence))
  const most = contextTokens - replyTokens(contextTokens) - templateTokens
  const counted = await countTokens?.(whole.text)
  const tokensPerChar = counted ? counted / whole.chars : 1 / charsPerToken
  if (whole.chars * tokensPerChar <= most) return evidence
  const room = most / tokensPerChar - lengthOf(fill([])).chars
  return take(evidenceBlocks(evidence), room)
}

function take(blocks: EvidenceBlock[], room: number): Evidence[] {
  const [first] = blocks
  if (first && first.text.length > room) return cut(first.evidence, room)
  const taken: Evidence[] = []
  let left = room
  for (const { evidence, text } of blocks) {
    if (text.length > left) continue
    taken.push(...evidence)
    left -= text.length + 2
  }
  return taken
}

/** The sentences of a passage that fit, the first in any case: without one there is no answer at all. */
function cut(sentences: Evidence[], room: number): Evidence[] {
  const taken = sentences.slice(0, 1)
  for (const next of sentences.slice(1)) {
    const [block] = evidenceBlocks([...taken, next])
    if (!block || block.text.length > room) break
    taken.push(next)
  }
  return taken
}

function lengthOf({ system, user }: { system: string; user: string }): { text: string; chars: number } {
  const text = `${system}\n\n${user}`
  return { text, chars: text.length }
}
