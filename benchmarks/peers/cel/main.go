// Answers auto-release expressions with cel-go, one JSON object a line, as `release-conformance/answer auto-release-cel` does.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
)

type input struct {
	Expression string         `json:"expression"`
	Snapshot   map[string]any `json:"snapshot"`
	Now        string         `json:"now"`
}

type line struct {
	ID    string `json:"id"`
	Input input  `json:"input"`
}

func evaluate(in input) (any, error) {
	env, err := cel.NewEnv(
		cel.DefaultUTCTimeZone(true),
		cel.Variable("snapshot", cel.DynType),
		cel.Variable("now", cel.TimestampType),
		cel.Function("updatedComponentIs", cel.Overload("updatedComponentIs_string", []*cel.Type{cel.StringType}, cel.BoolType,
			cel.UnaryBinding(func(ref.Val) ref.Val { return types.False }))),
		cel.Function("shouldRelease", cel.Overload("shouldRelease", []*cel.Type{}, cel.BoolType,
			cel.FunctionBinding(func(...ref.Val) ref.Val { return types.True }))))
	if err != nil {
		return nil, err
	}
	ast, issues := env.Compile(in.Expression)
	if issues.Err() != nil {
		return nil, fmt.Errorf("invalid cel expression: %w", issues.Err())
	}
	program, err := env.Program(ast)
	if err != nil {
		return nil, err
	}
	now, err := time.Parse(time.RFC3339, in.Now)
	if err != nil {
		return nil, err
	}
	value, _, err := program.Eval(map[string]any{"snapshot": in.Snapshot, "now": now.UTC()})
	if err != nil {
		return nil, err
	}
	truth, ok := value.Value().(bool)
	if !ok {
		return nil, fmt.Errorf("cel expression did not evaluate to a boolean")
	}
	return truth, nil
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var given line
		if err := json.Unmarshal(lines.Bytes(), &given); err != nil {
			panic(err)
		}
		value, err := evaluate(given.Input)
		if err != nil {
			_ = out.Encode(map[string]any{"id": given.ID, "answer": map[string]any{"error": err.Error()}})
			continue
		}
		_ = out.Encode(map[string]any{"id": given.ID, "answer": map[string]any{"value": value}})
	}
}
