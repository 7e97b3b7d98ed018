import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeNewsSitemap } from '#outputs/news-sitemap.ts';

export const GET: APIRoute = () => new Response(writeNewsSitemap(currentEdition()));
