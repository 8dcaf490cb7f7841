import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { currentArchive } from '../../../archive/index.ts';
import TrackerRow from '../../../components/tracker/TrackerRow.astro';
import { trackedIn } from '../../../components/tracker/tracked.ts';

/* The rows of some recommendations as the lists have them, for the tracker's script: an array of HTML. */

export function getStaticPaths() {
  return trackedIn(currentArchive()).parcels.map(({ name, recommendations }) => ({
    params: { parcel: name },
    props: { recommendations },
  }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

const container = await AstroContainer.create();

export const GET: APIRoute<Props> = async ({ props: { recommendations } }) => {
  const rows = recommendations.map((recommendation) =>
    container.renderToString(TrackerRow, { props: { recommendation } }),
  );
  return Response.json(await Promise.all(rows));
};
