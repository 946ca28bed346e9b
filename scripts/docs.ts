import { writeJsonPage } from './jsonPage';

// Apart from the build, which needs no compiler of types.
writeJsonPage();
