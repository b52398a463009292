package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.model.text.ReadLimits;
import dev.konflux.release.model.text.YamlDocument;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Budget;
import dev.konflux.release.notes.jinja.value.Conversion;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Generator;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import java.util.Iterator;
import java.util.Map;

/** Ansible's filters that read JSON and YAML, within the limits of a render. */
final class AnsibleReading {

    private AnsibleReading() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("from_json", Signature.of("loads(s | **kwargs)").guard(AnsibleReading::json));
        filters.put("from_yaml", Signature.of("from_yaml(data |)").guard(AnsibleReading::yaml));
        filters.put("from_yaml_all", Signature.of("from_yaml_all(data |)").guard(AnsibleReading::yamlStream));
    }

    private static ReadLimits limits(Budget budget) {
        int items = (int) Math.min(Integer.MAX_VALUE, budget.mostItems());
        return new ReadLimits((int) Math.min(Integer.MAX_VALUE, budget.longestText()), budget.nestedDepth(), items);
    }

    private static YamlReader yamlReader(Interpreter runtime) {
        return YamlReader.of(Dialect.PYTHON).limits(limits(runtime.budget()));
    }

    private static Object json(Interpreter runtime, Object value, Args args) {
        if (!Strings.is(value)) {
            throw Fault.type("the JSON object must be str, bytes or bytearray, not " + Types.name(value));
        }
        try {
            return Conversion.of(JsonReader.create(limits(runtime.budget())).read(value.toString(), ""));
        } catch (DataSyntaxException e) {
            throw new Fault(FaultKind.JSON, e.problem());
        }
    }

    private static Object yaml(Interpreter runtime, Object value, Args args) {
        if (!Strings.is(value)) {
            return value;
        }
        try {
            return Conversion.of(yamlReader(runtime).read(value.toString(), ""));
        } catch (DataSyntaxException e) {
            throw new Fault(FaultKind.YAML, e.problem());
        }
    }

    /** The documents one by one; a broken one fails when it is asked for. */
    private static Object yamlStream(Interpreter runtime, Object value, Args args) {
        if (!Strings.is(value)) {
            return value;
        }
        Iterator<YamlDocument> documents =
                yamlReader(runtime).readAll(value.toString(), "").documents().iterator();
        return Generator.of("load_all", () -> documents.hasNext() ? document(documents.next()) : null);
    }

    private static Object document(YamlDocument document) {
        if (document instanceof YamlDocument.Broken broken) {
            throw new Fault(FaultKind.YAML, broken.fault().problem());
        }
        return Conversion.of(document.findData().orElseGet(Data::nothing));
    }
}
