/** The Prism version that this project is tested with. It is not a dependency of the package, because it takes 200 MB. */
export const testedPrism = { name: '@stoplight/prism-cli', version: '5.16.0' } as const;
