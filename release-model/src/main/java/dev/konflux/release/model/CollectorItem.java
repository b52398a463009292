package dev.konflux.release.model;

import com.google.common.collect.Iterables;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.OptionalLong;

/** One collector to run before a release. */
public final class CollectorItem extends Part {

    private CollectorItem(DataObject data) {
        super(data);
    }

    /** The collector that is the given object. */
    public static CollectorItem of(DataObject data) {
        return new CollectorItem(data);
    }

    /** A collector without parameters. */
    public static CollectorItem of(String name, String type) {
        return new CollectorItem(DataObject.builder()
                .put("name", name)
                .put("type", type)
                .put("params", DataArray.empty())
                .build());
    }

    /** The name its findings are filed under. */
    public String name() {
        return text("name");
    }

    /** Which collector: {@code jira}, {@code cve}, {@code git} for instance. */
    public String type() {
        return text("type");
    }

    /** Its parameters in document order. */
    public List<Parameter> params() {
        return parts(data(), Parameter::of, "params");
    }

    /** Seconds it may take. */
    public OptionalLong timeout() {
        return data().find("timeout")
                .flatMap(Data::asNumber)
                .map(DataNumber::asLong)
                .orElse(OptionalLong.empty());
    }

    /** This collector with one more parameter. */
    public CollectorItem withParam(String name, String value) {
        Iterable<Data> params = Iterables.concat(
                data().items("params"), List.of(Parameter.of(name, value).data()));
        return new CollectorItem(data().with("params", DataArray.of(params)));
    }

    /** This collector with a time limit in seconds. */
    public CollectorItem withTimeout(long seconds) {
        return new CollectorItem(data().with("timeout", Data.of(seconds)));
    }
}
