// The same, started as TypeScript: what is run from TypeScript is compared with this, and the package with plain
// JavaScript. Stripping types takes Node a quarter of such a start, and 16 MB.
import './bare-express.mjs';
