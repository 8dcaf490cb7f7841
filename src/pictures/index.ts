export { metadataText, withoutMetadata } from './metadata.ts';
