package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
)

// breeder changes recorded questions in a few places each, by a seed.
type breeder struct {
	random *rand.Rand
	// byName holds what stands under each member name anywhere in the cases, to be put where another case has that name
	byName map[string][]any
}

func newBreeder(seed uint64, cases []recorded) *breeder {
	b := &breeder{random: rand.New(rand.NewPCG(seed, 0)), byName: map[string][]any{}}
	for _, one := range cases {
		walk(wholeOf(one.Input), func(s spot) {
			if name, ok := s.key.(string); ok {
				b.byName[name] = append(b.byName[name], s.value())
			}
		})
	}
	return b
}

// mutants writes cases with OPA's answers, `each` of every recorded case.
func (b *breeder) mutants(rules *engine, cases []recorded, each int, out io.Writer) error {
	lines := json.NewEncoder(out)
	for _, one := range cases {
		for i := range each {
			changed := b.change(one.Input)
			answer, err := rules.answer(changed)
			if err != nil {
				return fmt.Errorf("%s: %w", one.ID, err)
			}
			err = lines.Encode(recorded{ID: fmt.Sprintf("%s~x%d", one.ID, i), Input: changed, Expected: answer})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// change is the question with one to three places changed.
func (b *breeder) change(q question) question {
	whole := wholeOf(q)
	for range 1 + b.random.IntN(3) {
		var spots []spot
		walk(whole, func(s spot) { spots = append(spots, s) })
		if len(spots) > 0 {
			b.mutate(spots[b.random.IntN(len(spots))])
		}
	}
	changed := q
	changed.Input = whole["input"]
	changed.Data, _ = whole["data"].(map[string]any)
	text, _ := json.Marshal(whole["builtins"])
	changed.Builtins = table{}
	_ = json.Unmarshal(text, &changed.Builtins)
	return changed
}

// wholeOf is a copy of what may be changed.
func wholeOf(q question) map[string]any {
	text, _ := json.Marshal(map[string]any{"input": q.Input, "data": q.Data, "builtins": q.Builtins})
	reader := json.NewDecoder(strings.NewReader(string(text)))
	reader.UseNumber()
	var whole map[string]any
	_ = reader.Decode(&whole)
	return whole
}

// spot is one place in a document: a member or an item.
type spot struct {
	parent any
	key    any
	remove func()
}

func (s spot) value() any {
	if list, ok := s.parent.([]any); ok {
		return list[s.key.(int)]
	}
	return s.parent.(map[string]any)[s.key.(string)]
}

func (s spot) set(value any) {
	if list, ok := s.parent.([]any); ok {
		list[s.key.(int)] = value
	} else {
		s.parent.(map[string]any)[s.key.(string)] = value
	}
}

// walk visits every place but the three roots and the function tables' own structure.
func walk(whole map[string]any, visit func(spot)) {
	descend(spot{parent: whole, key: "input"}, visit)
	descend(spot{parent: whole, key: "data"}, visit)
	functions, _ := whole["builtins"].(map[string]any)
	for _, name := range sortedKeys(functions) {
		entry := functions[name].(map[string]any)
		if _, ok := entry["always"]; ok {
			descend(spot{parent: entry, key: "always"}, visit)
		}
		calls, _ := entry["calls"].([]any)
		for _, one := range calls {
			descend(spot{parent: one, key: "value"}, visit)
		}
	}
}

func descend(at spot, visit func(spot)) {
	switch value := at.value().(type) {
	case map[string]any:
		for _, key := range sortedKeys(value) {
			below := spot{parent: value, key: key, remove: func() { delete(value, key) }}
			visit(below)
			descend(below, visit)
		}
	case []any:
		for i := range value {
			below := spot{parent: value, key: i, remove: func() { at.set(slices.Delete(slices.Clone(value), i, i+1)) }}
			visit(below)
			descend(below, visit)
		}
	}
}

var strays = []string{
	"null", "true", "false", "0", "1", "-3", "2.5", `""`, `" "`, `"x"`, "[]", "{}", `["x"]`, `[[]]`, `{"name": "x"}`,
	`"2026-09-01T12:00:00Z"`, `"2020-01-01T00:00:00Z"`, `"2030-01-01T00:00:00+02:00"`, `"2024-02-30T00:00:00Z"`, `"2024-05-01"`,
	`"registry.example/a/b:1@sha256:0000000000000000000000000000000000000000000000000000000000000000"`, `"oci://registry.example/a/b"`,
	`"pkg:npm/%40a/b@1.0.0?x=y#z"`, `"pkg:golang/example.com/a@v1.2.3"`, `"git+https://example.com/a.git@0000"`, `"^a.*b$"`, `"(?=a)"`, `"["`,
	`"{\"a\": 1}"`, `"é😀"`, "100000000000000000000", `"v1.2"`, `"1.2.3-rc1"`, "1e3", "1.0", "123456789.5",
}

func (b *breeder) mutate(at spot) {
	switch choice := b.random.IntN(10); {
	case choice < 2:
		at.remove()
	case choice < 4:
		at.set(copyOf(json.RawMessage(strays[b.random.IntN(len(strays))])))
	case choice < 7:
		b.transplant(at)
	default:
		b.tweak(at)
	}
}

// transplant puts what another case has under the same name.
func (b *breeder) transplant(at spot) {
	name, ok := at.key.(string)
	if others := b.byName[name]; ok && len(others) > 0 {
		at.set(copyOf(others[b.random.IntN(len(others))]))
		return
	}
	b.tweak(at)
}

// tweak changes a value a little and keeps its kind.
func (b *breeder) tweak(at spot) {
	switch value := at.value().(type) {
	case string:
		at.set(b.tweaked(value))
	case bool:
		at.set(!value)
	case []any:
		at.set(b.rearranged(value))
	case map[string]any:
		if names := sortedKeys(value); len(names) > 1 {
			value[names[0]], value[names[len(names)-1]] = value[names[len(names)-1]], value[names[0]]
		}
	default:
		at.set(json.Number(fmt.Sprint(b.random.IntN(200) - 50)))
	}
}

func (b *breeder) tweaked(text string) string {
	letters := []rune(text)
	if len(letters) == 0 {
		return "a"
	}
	i := b.random.IntN(len(letters))
	switch b.random.IntN(7) {
	case 0:
		return string(letters[:i])
	case 1:
		return string(letters[i:])
	case 2:
		return text + text
	case 3:
		return strings.ToUpper(text)
	case 4:
		return " " + text + "\n"
	case 5:
		return string(slices.Insert(letters, i, []rune("@:/#?[]%*.")[b.random.IntN(10)]))
	default:
		return string(slices.Delete(letters, i, i+1))
	}
}

func (b *breeder) rearranged(list []any) []any {
	changed := slices.Clone(list)
	if len(changed) == 0 {
		return []any{"x"}
	}
	i := b.random.IntN(len(changed))
	switch b.random.IntN(3) {
	case 0:
		return append(changed, copyOf(changed[i]))
	case 1:
		slices.Reverse(changed)
		return changed
	default:
		return changed[:i]
	}
}

func copyOf(value any) any {
	text, _ := json.Marshal(value)
	reader := json.NewDecoder(strings.NewReader(string(text)))
	reader.UseNumber()
	var same any
	_ = reader.Decode(&same)
	return same
}
