import type { SampleCall } from '../../support/sample-calls.ts';
import { contractFile, packageName } from '../kit/contract-file.ts';
import { createGoModule } from '../kit/go-module.ts';
import type { InteropCheck } from '../kit/interop-check.ts';
import { expectSameJson } from '../kit/same-json.ts';

const version = 'v2.8.2';
const tool = `github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@${version}`;

/** Types and a client in Go. */
export const oapiCodegen: InteropCheck = {
  title: `oapi-codegen ${version}`,
  needs: ['go'],
  async prepare({ cache, baseUrl, listCall }) {
    const requires = ['github.com/oapi-codegen/runtime@v1.9.0', 'github.com/google/uuid@v1.6.0'];
    const module = createGoModule({ cache, name: 'oapi-codegen', requires });
    return async (contract) => {
      const name = packageName(contract);
      const code = await module.go(
        'run',
        tool,
        '-generate',
        'types,client',
        '-package',
        name,
        contractFile(contract),
      );
      module.write(`${name}/client.go`, code);
      module.write(`${name}/ask/main.go`, programOf(name, listCall(contract)));
      await module.go('vet', `./${name}/...`);
      const { path, headers, answer } = listCall(contract);
      const args = [baseUrl, ...Object.values(path), ...Object.entries(headers).flat()];
      expectSameJson(JSON.parse(await module.go('run', `./${name}/ask`, ...args)), answer);
      return 'the client compiles, and returns what the sandbox sends';
    };
  },
};

/** Go code that calls one operation: with the address, the path parameters, and the name and value of a header. */
function programOf(name: string, { operation, path }: SampleCall): string {
  const formats = new Map(operation.parameters.map((parameter) => [parameter.name, parameter.schema.format]));
  const values = Object.keys(path).map((parameter, index) => {
    const value = `os.Args[${index + 2}]`;
    return formats.get(parameter) === 'uuid' ? `uuid.MustParse(${value})` : value;
  });
  const hasMore = operation.parameters.some((parameter) => parameter.in !== 'path');
  const call = `${operation.id.charAt(0).toUpperCase()}${operation.id.slice(1)}WithResponse`;
  return `package main

import (
	"context"
	"encoding/json"
	"net/http"
	"os"

	"github.com/google/uuid"

	api "interop/${name}"
)

var _ = uuid.Nil

func main() {
	headers := os.Args[${values.length + 2}:]
	client, err := api.NewClientWithResponses(os.Args[1], api.WithRequestEditorFn(
		func(_ context.Context, request *http.Request) error {
			for i := 0; i+1 < len(headers); i += 2 {
				request.Header.Set(headers[i], headers[i+1])
			}
			return nil
		}))
	if err != nil {
		panic(err)
	}
	response, err := client.${call}(${['context.Background()', ...values, ...(hasMore ? ['nil'] : [])].join(', ')})
	if err != nil {
		panic(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(response.JSON200); err != nil {
		panic(err)
	}
}
`;
}
