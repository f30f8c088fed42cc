import { contractFile, packageName } from '../kit/contract-file.ts';
import { createGoModule } from '../kit/go-module.ts';
import type { InteropCheck } from '../kit/interop-check.ts';

const version = 'v1.24.0';

/** Types, a client and a server in Go. */
export const ogen: InteropCheck = {
  title: `ogen ${version}`,
  needs: ['go'],
  async prepare({ cache }) {
    const requires = [`github.com/ogen-go/ogen@${version}`];
    const module = createGoModule({ cache, name: 'ogen', requires });
    return async (contract) => {
      const name = packageName(contract);
      const target = ['--target', name, '--package', name, '--clean'];
      await module.go(
        'run',
        `github.com/ogen-go/ogen/cmd/ogen@${version}`,
        ...target,
        contractFile(contract),
      );
      await module.go('vet', `./${name}/...`);
      return 'the client and the server compile';
    };
  },
};
