package main

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// question is the input of one recorded case: one rule package over one document.
type question struct {
	Area     string         `json:"area"`
	Package  string         `json:"package"`
	Input    any            `json:"input,omitempty"`
	Data     map[string]any `json:"data,omitempty"`
	Now      time.Time      `json:"now"`
	Builtins table          `json:"builtins,omitempty"`
}

// engine holds the compiled rules of every area that was asked for.
type engine struct {
	folder    string
	compilers map[string]*ast.Compiler
}

func newEngine(folder string) *engine {
	return &engine{folder: folder, compilers: map[string]*ast.Compiler{}}
}

// compiler compiles the rules of an area and the library beside them, once.
func (e *engine) compiler(area string) (*ast.Compiler, error) {
	if known, ok := e.compilers[area]; ok {
		return known, nil
	}
	modules := map[string]*ast.Module{}
	for _, part := range []string{"lib", area} {
		err := filepath.WalkDir(filepath.Join(e.folder, "policy", part), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".rego") || strings.HasSuffix(path, "_test.rego") {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			module, err := ast.ParseModuleWithOpts(path, string(text), ast.ParserOptions{ProcessAnnotation: true})
			modules[path] = module
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	compiler := ast.NewCompiler()
	if compiler.Compile(modules); compiler.Failed() {
		return nil, compiler.Errors
	}
	e.compilers[area] = compiler
	return compiler, nil
}

// prepare makes a query ready over the question's data.
func (e *engine) prepare(ctx context.Context, q question, query string) (rego.PreparedEvalQuery, error) {
	compiler, err := e.compiler(q.Area)
	if err != nil {
		return rego.PreparedEvalQuery{}, err
	}
	return rego.New(rego.Query(query), rego.Compiler(compiler), rego.Store(store(q.Data))).PrepareForEval(ctx)
}

func store(data map[string]any) storage.Store {
	if data == nil {
		data = map[string]any{}
	}
	return inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true))
}

// answer evaluates deny and warn of the question's package; a set that the package has not is left out.
func (e *engine) answer(q question) (map[string]any, error) {
	ctx := withTable(context.Background(), q.Builtins)
	answer := map[string]any{}
	for _, set := range []string{"deny", "warn"} {
		prepared, err := e.prepare(ctx, q, "data."+q.Package+"."+set)
		if err != nil {
			return nil, err
		}
		found, err := prepared.Eval(ctx, options(q)...)
		if err != nil {
			return map[string]any{"error": err.Error()}, nil
		}
		if len(found) == 1 {
			answer[set] = found[0].Expressions[0].Value
		}
	}
	return answer, nil
}

func readCases(path string) ([]recorded, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var cases []recorded
	for lines := json.NewDecoder(file); lines.More(); {
		lines.UseNumber()
		var one recorded
		if err := lines.Decode(&one); err != nil {
			return nil, err
		}
		cases = append(cases, one)
	}
	return cases, nil
}

// recorded is a question with its answer.
type recorded struct {
	ID       string         `json:"id"`
	Input    question       `json:"input"`
	Expected map[string]any `json:"expected"`
}
