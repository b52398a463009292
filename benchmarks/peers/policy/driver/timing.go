package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"syscall"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

// timeAll evaluates all rules of a case's area over its input again and again, by one prepared query, and prints the pace.
func timeAll(rules *engine, cases []recorded, seconds time.Duration, out io.Writer) error {
	for _, one := range cases {
		query, err := rules.everything(one.Input.Area)
		if err != nil {
			return err
		}
		ctx := withTable(context.Background(), one.Input.Builtins)
		prepared, err := rules.prepare(ctx, one.Input, query)
		if err != nil {
			return err
		}
		chosen := options(one.Input)
		evaluate := func() error {
			found, err := prepared.Eval(ctx, chosen...)
			if err == nil && len(found) != 1 {
				err = fmt.Errorf("%s: the query is undefined", one.ID)
			}
			return err
		}
		if _, _, err = repeat(seconds/2, evaluate); err != nil {
			return err
		}
		wall, cpu, err := repeat(seconds, evaluate)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s\t%.4f\t%.4f\n", one.ID, wall, cpu)
	}
	return nil
}

// everything is a query for all sets of all packages of an area at once, so that what they share is worked out once.
func (e *engine) everything(area string) (string, error) {
	compiler, err := e.compiler(area)
	if err != nil {
		return "", err
	}
	sets := map[string]bool{}
	for _, module := range compiler.Modules {
		for _, rule := range module.Rules {
			if name := rule.Head.Name.String(); name == "deny" || name == "warn" {
				sets[module.Package.Path.String()+"."+name] = true
			}
		}
	}
	return "[" + strings.Join(sortedKeys(sets), ", ") + "]", nil
}

// repeat runs the function for the time and returns wall and CPU milliseconds a run; the CPU time has the garbage collector's in it.
func repeat(long time.Duration, run func() error) (wall, cpu float64, err error) {
	start, before, runs := time.Now(), processTime(), 0
	for time.Since(start) < long {
		if err := run(); err != nil {
			return 0, 0, err
		}
		runs++
	}
	took := time.Since(start)
	return took.Seconds() * 1000 / float64(runs), (processTime() - before).Seconds() * 1000 / float64(runs), nil
}

func processTime() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func options(q question) []rego.EvalOption {
	chosen := []rego.EvalOption{rego.EvalTime(q.Now)}
	if q.Input != nil {
		chosen = append(chosen, rego.EvalParsedInput(ast.MustInterfaceToValue(q.Input)))
	}
	return chosen
}
