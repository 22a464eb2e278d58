/** Thrown when a prompt file is missing, lacks a part, or names a field that nobody fills. A fault of the installation. */
export class PromptError extends Error {
  override readonly name = 'PromptError'
  /** Name of the prompt, as its file is called. */
  readonly prompt: string

  constructor(prompt: string, found: string, cause?: unknown) {
    super(`Die Promptdatei prompts/${prompt}.md ist nicht brauchbar: ${found}`, { cause })
    this.prompt = prompt
  }
}
