/** Where a statement of a contract comes from: the vendor's page, its other public material, or this project. */
export type Provenance = 'page' | 'public' | 'decided';
