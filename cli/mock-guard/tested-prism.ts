/** The Prism that this project is tested with. It is not among the package's dependencies, because it is 200 MB large. */
export const testedPrism = { name: '@stoplight/prism-cli', version: '5.16.0' } as const;
