import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeSitemapIndex } from '#outputs/sitemap.ts';

export const GET: APIRoute = () => new Response(writeSitemapIndex(currentEdition()));
