/** Whether an XML text declares its own entities, which can expand without bound or refer to other files. */
export function bringsEntities(text: string): boolean {
  return /<!ENTITY/iu.test(text);
}
