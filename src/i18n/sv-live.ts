/** What the site says in development, to the one who writes. */
export const live = {
  noticeLabel: 'Fel i innehållet',
  notice: 'Innehållet har fel. Sidan visar den senaste versionen utan fel.',
  report: 'Felen, som npm run check skriver dem',
  nothingYet: {
    title: 'Arkivet kan inte visas än',
    lead: 'Innehållet har fel. När de är rättade och sparade visas sidan av sig själv.',
  },
  reading: 'Läser innehållet …',
} as const;
