/**
 * The order of the layers is that in which they are first named, and bundles put components' styles before those of the layout. So
 * it stands in each page itself, before any stylesheet: the only style that does, which the CSP knows by its hash.
 */
export const layerOrder = '@layer reset, tokens, base, prose, components, utilities, print;';
