import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { sitemapPaths, writeSitemap } from '#outputs/sitemap.ts';

export const getStaticPaths = () => sitemapPaths(currentEdition());
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(writeSitemap(currentEdition(), props.part));
