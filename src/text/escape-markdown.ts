/**
 * Words of the law and of a model are text: never markup, and no address that a window makes a link of. What would make a
 * list of a line (`1. die Fachkraft …`) only does so at the beginning of one.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&]|:(?=\/\/)|(?<=\bwww)\./g, '\\$&')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
}
