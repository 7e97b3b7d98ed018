import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { siteCalendar } from '#outputs/calendar.ts';
import { writeIcs } from '#outputs/ics.ts';
import { localePaths } from '#views/paths.ts';

export const getStaticPaths = () => localePaths(currentEdition());
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(writeIcs(siteCalendar(currentEdition(), props.locale)));
