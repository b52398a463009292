// Measures reading and admitting documents with the libraries of the cluster: YAML to JSON to an object, object metadata, pruning, defaulting,
// schema, lists and CEL rules. Prints, once a round, the milliseconds of processor time that one pass over all documents takes: reading alone,
// and reading and admitting. With -mutants it writes changed documents and what the libraries make of them, in the form of the recorded cases.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	metavalidation "k8s.io/apimachinery/pkg/api/validation"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/validation/field"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"sigs.k8s.io/yaml"
)

type kind struct {
	structural *schema.Structural
	validator  validation.SchemaValidator
	rules      *cel.Validator
	status     bool
}

type schemaFile struct {
	Group, Version, Kind string
	StatusSubresource    bool
	Schema               apiextensionsv1.JSONSchemaProps
}

func main() {
	schemas := flag.String("schemas", "", "folder of schemas, one JSON file a kind and version")
	documents := flag.String("documents", "", "file of documents, a JSON text a line")
	warmUp := flag.Duration("warm-up", 3*time.Second, "time before measuring begins")
	rounds := flag.Int("rounds", 5, "how often to measure")
	length := flag.Duration("length", 3*time.Second, "least time a round takes")
	mutants := flag.Int("mutants", 0, "how many changed documents to write as recorded cases, instead of measuring")
	seed := flag.Uint64("seed", 1, "which changes to make")
	flag.Parse()
	kinds := load(*schemas)
	texts := read(*documents)
	if *mutants > 0 {
		writeCases(kinds, texts, *mutants, *seed)
		return
	}
	reading := func() {
		for _, text := range texts {
			parse(text)
		}
	}
	admitting := func() { pass(kinds, texts) }
	known, refused := pass(kinds, texts)
	fmt.Fprintf(os.Stderr, "%d documents, %d of known kinds, %d refused\n", len(texts), known, refused)
	measure(admitting, *warmUp)
	for range *rounds {
		fmt.Printf("%.3f %.3f\n", measure(reading, *length), measure(admitting, *length))
	}
}

func measure(pass func(), length time.Duration) float64 {
	begin, passes := processorTime(), 0
	for time.Duration(processorTime()-begin) < length {
		pass()
		passes++
	}
	return float64(processorTime()-begin) / 1e6 / float64(passes)
}

func processorTime() int64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return usage.Utime.Nano() + usage.Stime.Nano()
}

func parse(text []byte) map[string]interface{} {
	var object map[string]interface{}
	check(yaml.Unmarshal(text, &object))
	return object
}

func pass(kinds map[string]*kind, texts [][]byte) (known, refused int) {
	for _, text := range texts {
		object := parse(text)
		version, _ := object["apiVersion"].(string)
		name, _ := object["kind"].(string)
		if found, ok := kinds[version+" "+name]; ok {
			known++
			if _, errs := admit(found, object); len(errs) > 0 {
				refused++
			}
		}
	}
	return known, refused
}

// admit leaves the object as it would be stored, and tells the fields that went and what is wrong.
func admit(kind *kind, object map[string]interface{}) (unknown []string, errs field.ErrorList) {
	unknown, errs = metadata(object)
	if err, more := objectmeta.CoerceWithOptions(nil, object, kind.structural, false, objectmeta.CoerceOptions{ReturnUnknownFieldPaths: true}); err == nil {
		unknown = append(unknown, more...)
	}
	unknown = append(unknown, pruning.PruneWithOptions(object, kind.structural, true, schema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true})...)
	defaulting.PruneNonNullableNullsWithoutDefaults(object, kind.structural)
	defaulting.Default(object, kind.structural)
	if kind.status {
		delete(object, "status")
	}
	errs = append(errs, validation.ValidateCustomResource(nil, object, kind.validator)...)
	errs = append(errs, objectmeta.Validate(nil, object, kind.structural, false)...)
	errs = append(errs, listtype.ValidateListSetsAndMaps(nil, kind.structural, object)...)
	if len(errs) == 0 && kind.rules != nil {
		broken, _ := kind.rules.Validate(context.Background(), nil, kind.structural, object, nil, celconfig.RuntimeCELCostBudget)
		errs = append(errs, broken...)
	}
	return unknown, errs
}

func metadata(object map[string]interface{}) (unknown []string, errs field.ErrorList) {
	place := field.NewPath("metadata")
	meta, found, unknown, err := objectmeta.GetObjectMetaWithOptions(object, objectmeta.ObjectMetaOptions{ReturnUnknownFieldPaths: true})
	if err != nil {
		return nil, field.ErrorList{field.Invalid(place, object["metadata"], err.Error())}
	}
	if meta == nil {
		meta = &metav1.ObjectMeta{}
	}
	if found {
		check(objectmeta.SetObjectMeta(object, meta))
	}
	named := *meta
	if named.Name == "" && named.GenerateName != "" {
		named.Name = "made-from-the-prefix"
	}
	namespaced := meta.Namespace != ""
	return unknown, metavalidation.ValidateObjectMeta(&named, namespaced, metavalidation.NameIsDNSSubdomain, place)
}

func load(folder string) map[string]*kind {
	kinds := map[string]*kind{}
	files, err := filepath.Glob(filepath.Join(folder, "*.*.*.json"))
	check(err)
	for _, name := range files {
		raw, err := os.ReadFile(name)
		check(err)
		var file schemaFile
		check(json.Unmarshal(raw, &file))
		var props apiextensions.JSONSchemaProps
		check(apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(&file.Schema, &props, nil))
		structural, err := schema.NewStructural(&props)
		check(err)
		validator, _, err := validation.NewSchemaValidator(&props)
		check(err)
		rules := cel.NewValidator(structural, true, celconfig.PerCallLimit)
		kinds[file.Group+"/"+file.Version+" "+file.Kind] = &kind{structural, validator, rules, file.StatusSubresource}
	}
	return kinds
}

func read(name string) [][]byte {
	file, err := os.Open(name)
	check(err)
	defer file.Close()
	var texts [][]byte
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var text string
		check(json.Unmarshal(lines.Bytes(), &text))
		texts = append(texts, []byte(text))
	}
	check(lines.Err())
	return texts
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
