// The program runs the real rules in OPA's Go library: to time them, and to answer mutants of recorded cases.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strconv"
	"time"
)

const usage = `usage: policypeer check RULES CASES              whether the recorded answers are what OPA says here
       policypeer mutants RULES CASES SEED EACH     cases with a few places changed, and OPA's answers
       policypeer compare RULES CASES ANSWERS       the cases whose answers differ from the recorded ones
       policypeer time RULES CASES SECONDS          name, wall and CPU milliseconds of evaluating all rules of the area, a line a case`

func main() {
	register()
	out := bufio.NewWriter(os.Stdout)
	err := run(os.Args[1:], out)
	out.Flush()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(arguments []string, out io.Writer) error {
	wanted := map[string]int{"check": 3, "mutants": 5, "compare": 4, "time": 4}
	if len(arguments) == 0 || wanted[arguments[0]] != len(arguments) {
		return fmt.Errorf("%s", usage)
	}
	rules := newEngine(arguments[1])
	cases, err := readCases(arguments[2])
	if err != nil {
		return err
	}
	numbers, err := numbersOf(arguments)
	if err != nil {
		return err
	}
	switch arguments[0] {
	case "check":
		return check(rules, cases, out)
	case "mutants":
		return newBreeder(uint64(numbers[0]), cases).mutants(rules, cases, numbers[1], out)
	case "compare":
		return compare(cases, arguments[3], out)
	default:
		return timeAll(rules, cases, time.Duration(numbers[0])*time.Second, out)
	}
}

func numbersOf(arguments []string) ([]int, error) {
	var numbers []int
	if arguments[0] == "mutants" || arguments[0] == "time" {
		for _, text := range arguments[3:] {
			number, err := strconv.Atoi(text)
			if err != nil {
				return nil, err
			}
			numbers = append(numbers, number)
		}
	}
	return numbers, nil
}

func check(rules *engine, cases []recorded, out io.Writer) error {
	same := 0
	for _, one := range cases {
		answer, err := rules.answer(one.Input)
		if err != nil {
			return err
		}
		if reflect.DeepEqual(plain(answer), plain(one.Expected)) {
			same++
		} else {
			report(out, one, answer)
		}
	}
	fmt.Fprintf(out, "%d of %d recorded answers are OPA's here\n", same, len(cases))
	return nil
}

// compare reads lines with id and answer, and counts those that say the same as the case: the same results, or an error for an error.
func compare(cases []recorded, path string, out io.Writer) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	answers := map[string]map[string]any{}
	for lines := json.NewDecoder(file); lines.More(); {
		var line struct {
			ID     string         `json:"id"`
			Answer map[string]any `json:"answer"`
		}
		if err := lines.Decode(&line); err != nil {
			return err
		}
		answers[line.ID] = line.Answer
	}
	same := 0
	for _, one := range cases {
		if agrees(one.Expected, answers[one.ID]) {
			same++
		} else {
			report(out, one, answers[one.ID])
		}
	}
	fmt.Fprintf(out, "%d of %d answers agree\n", same, len(cases))
	return nil
}

func agrees(expected, answer map[string]any) bool {
	if expected["error"] != nil || answer["error"] != nil {
		return expected["error"] != nil && answer["error"] != nil
	}
	for name, results := range expected {
		if !reflect.DeepEqual(sorted(results), sorted(answer[name])) {
			return false
		}
	}
	return answer != nil
}

// sorted is the set of results in an order of its own.
func sorted(results any) []string {
	list, _ := results.([]any)
	texts := []string{}
	for _, one := range list {
		text, _ := json.Marshal(plain(one))
		texts = append(texts, string(text))
	}
	slices.Sort(texts)
	return texts
}

func report(out io.Writer, one recorded, answer map[string]any) {
	expected, _ := json.Marshal(one.Expected)
	found, _ := json.Marshal(answer)
	fmt.Fprintf(out, "%s\n  expected %s\n  found    %s\n", one.ID, expected, found)
}

func sortedKeys[K cmp.Ordered, V any](of map[K]V) []K {
	keys := make([]K, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
