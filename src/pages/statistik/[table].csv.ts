import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { currentArchive, statistics } from '../../archive/index.ts';
import { headingInFile, statisticsTables } from '../../components/statistics/tables.ts';
import { csvOf } from '../../open-data/index.ts';

export function getStaticPaths() {
  return statisticsTables(statistics(currentArchive())).map((table) => ({
    params: { table: table.name },
    props: { table },
  }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { table } }) =>
  new Response(
    csvOf(
      table.columns.map(headingInFile),
      table.rows.map(({ cells }) => cells),
    ),
    { headers: { 'Content-Type': 'text/csv; charset=utf-8' } },
  );
