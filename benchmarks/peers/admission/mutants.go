package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	kubejson "k8s.io/apimachinery/pkg/util/json"
	"sigs.k8s.io/yaml"
)

const characters = " \n\t:-?,[]{}#&*!|>'\"%@`\\ab01~<=.\r"

var values = []interface{}{
	"", "a", "A b", "true", "1h", "1h1", "-1s", "2026-01-01T00:00:00Z", "2026-1-1", "{{ x }}", strings.Repeat("a", 70),
	strings.Repeat("x", 600), "http://a", "https://a.b/c", "name.with.dots", "UPPER", "\u00e9", "\a", "sha256:" + strings.Repeat("0", 64),
	"quay.io/a/b@sha256:" + strings.Repeat("a", 64), "0", "null", "/", "-", "a-", "500m", "1Gi", "a/b", "a/b/c", "v1", "Event", "Apply",
	0, 1, -1, 7, 1.5, 123456.5, 1234567.25, 1e21, 1 << 40, true, false, nil,
}

type mutator struct{ *rand.Rand }

// writeCases prints changed documents, and what the cluster's libraries make of them, as recorded cases of the area resources.
func writeCases(kinds map[string]*kind, texts [][]byte, count int, seed uint64) {
	random := mutator{rand.New(rand.NewPCG(seed, seed))}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	cases := json.NewEncoder(out)
	cases.SetEscapeHTML(false)
	for i := 0; i < count; {
		text := string(texts[random.IntN(len(texts))])
		if random.IntN(3) == 0 {
			text = random.changedText(text)
		} else {
			text = random.changedValues(text)
		}
		// Clients of the cluster take a text that begins with a brace for JSON and cut it at separators; these libraries do neither.
		if strings.HasPrefix(strings.TrimSpace(text), "{") || strings.Contains(text, "---") {
			continue
		}
		if expected := judged(kinds, text); expected != nil {
			i++
			id, input := fmt.Sprintf("resources/mutant/%d", i), map[string]interface{}{"yaml": text}
			check(cases.Encode(map[string]interface{}{"id": id, "input": input, "expected": expected}))
		}
	}
}

// judged is nothing for what is no object.
func judged(kinds map[string]*kind, text string) map[string]interface{} {
	raw, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		return map[string]interface{}{"error": err.Error(), "valid": false}
	}
	var object map[string]interface{}
	if kubejson.Unmarshal(raw, &object) != nil {
		return nil
	}
	answer := map[string]interface{}{"object": json.RawMessage(raw), "schemaKnown": false}
	if _, err := yaml.YAMLToJSONStrict([]byte(text)); err != nil {
		answer["duplicateKeyError"] = err.Error()
	}
	version, _ := object["apiVersion"].(string)
	name, _ := object["kind"].(string)
	if found, ok := kinds[version+" "+name]; ok {
		unknown, errs := admit(found, object)
		lines := []string{}
		for _, err := range errs {
			lines = append(lines, err.Error())
		}
		stored, err := json.Marshal(object)
		check(err)
		answer["schemaKnown"], answer["valid"], answer["errors"], answer["unknownFields"] = true, len(errs) == 0, lines, unknown
		if string(stored) != string(raw) {
			answer["stored"] = json.RawMessage(stored)
		}
	}
	return answer
}

func (m mutator) changedText(text string) string {
	for range 1 + m.IntN(3) {
		at := m.IntN(len(text) + 1)
		end := min(len(text), at+m.IntN(2))
		text = strings.ToValidUTF8(text[:at]+string(characters[m.IntN(len(characters))])+text[end:], "?")
	}
	return text
}

func (m mutator) changedValues(text string) string {
	var document interface{}
	check(yaml.Unmarshal([]byte(text), &document))
	for range 1 + m.IntN(3) {
		document = m.changed(document)
	}
	written, err := yaml.Marshal(document)
	check(err)
	return string(written)
}

// changed walks down at random and changes what it comes to.
func (m mutator) changed(value interface{}) interface{} {
	switch inside := value.(type) {
	case map[string]interface{}:
		if len(inside) == 0 || m.IntN(12) == 0 {
			return m.changedObject(inside)
		}
		names := slices.Sorted(maps.Keys(inside))
		name := names[m.IntN(len(names))]
		if name == "apiVersion" || name == "kind" {
			return inside
		}
		inside[name] = m.changed(inside[name])
		return inside
	case []interface{}:
		if len(inside) == 0 || m.IntN(4) == 0 {
			return m.changedList(inside)
		}
		at := m.IntN(len(inside))
		inside[at] = m.changed(inside[at])
		return inside
	}
	return m.value()
}

func (m mutator) changedObject(object map[string]interface{}) interface{} {
	names := slices.Sorted(maps.Keys(object))
	switch kind := m.IntN(4); {
	case kind == 0 && len(names) > 0 && object["apiVersion"] == nil:
		delete(object, names[m.IntN(len(names))])
	case kind == 1 && object["apiVersion"] == nil:
		return m.value()
	default:
		added := []string{"odd", "name", "spec", "value", "status", "metadata", "ownerReferences", "managedFields", "labels"}
		object[added[m.IntN(len(added))]] = m.value()
	}
	return object
}

func (m mutator) changedList(list []interface{}) interface{} {
	switch m.IntN(4) {
	case 0:
		return append(list, list...)
	case 1:
		return append(append(append([]interface{}{}, list...), list...), list...)
	case 2:
		return append([]interface{}{m.value()}, list...)
	}
	return m.value()
}

func (m mutator) value() interface{} {
	switch m.IntN(8) {
	case 0:
		return []interface{}{m.value()}
	case 1:
		return map[string]interface{}{[]string{"name", "value", "a", "kind", "manager"}[m.IntN(5)]: m.value()}
	}
	return values[m.IntN(len(values))]
}
