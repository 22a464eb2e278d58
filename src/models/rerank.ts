/** A model that reads a question together with each text and says how well the text answers it. */
export interface Reranker {
  /**
   * One number for each text, in order, more for what answers the question better; comparable within one call only.
   * @throws RerankError when the model gave none.
   */
  rerank(question: string, texts: string[]): Promise<number[]>
}
