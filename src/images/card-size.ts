/** The pixels of a social card: the 1.91 : 1 that readers of Open Graph cut pictures to. */
export const cardSize = { width: 1200, height: 630 } as const;
