/** Whether an XML text brings entities of its own, which can grow without bound or ask for other files. */
export function bringsEntities(text: string): boolean {
  return /<!ENTITY/iu.test(text);
}
