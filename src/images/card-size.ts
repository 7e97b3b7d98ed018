/** The size of a social card in pixels: 1.91 : 1, the ratio to which clients of Open Graph crop pictures. */
export const cardSize = { width: 1200, height: 630 } as const;
