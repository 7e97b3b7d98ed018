import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeSitemap } from '#outputs/sitemap.ts';

export const GET: APIRoute = () => new Response(writeSitemap(currentEdition()));
