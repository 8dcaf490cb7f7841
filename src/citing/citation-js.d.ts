// Citation.js has no types of its own; these are for what the archive calls.
declare module '@citation-js/core' {
  export const plugins: {
    readonly config: {
      get(ref: '@bibtex'): { readonly format: { useIdAsLabel: boolean; checkLabel: boolean } };
    };
    readonly output: { format(format: 'bibtex' | 'ris', data: readonly object[]): string };
  };
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
