package dev.konflux.release.model.datakeys;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The systems a pipeline demands data for. An entry is meant to be an object of {@code systemName} and {@code dynamic}; whatever else
 * stands there is reported by the check.
 *
 * @param entries the entries as they are appended to the data's own {@code systems}
 */
public record RequiredSystems(List<Data> entries) {

    private static final String KEY = "systems";

    private static final Map<String, RequiredSystems> BY_PIPELINE = Map.of(
            "rh-advisories", of("releaseNotes", "pyxis", "mapping", "sign", "atlas"),
            "rh-push-to-registry-redhat-io", of("pyxis", "mapping", "sign"),
            "push-to-external-registry", of("mapping"),
            "fbc-release", of("fbc", "sign"));

    /** A copy of the entries. */
    public RequiredSystems {
        entries = List.copyOf(entries);
    }

    /** No system beyond those the data itself names. */
    public static RequiredSystems none() {
        return new RequiredSystems(List.of());
    }

    /** The named systems, all of them mandatory. */
    public static RequiredSystems of(String... names) {
        return new RequiredSystems(Arrays.stream(names)
                .<Data>map(name -> DataObject.of("systemName", Data.of(name), "dynamic", Data.of(false)))
                .toList());
    }

    /** What a managed pipeline of the catalog demands, by the pipeline's name; empty for pipelines that check nothing or are not known. */
    public static Optional<RequiredSystems> ofPipeline(String name) {
        return Optional.ofNullable(BY_PIPELINE.get(name));
    }

    /**
     * Reads the task's parameter; a blank text demands nothing.
     *
     * @throws ReleaseDataException when the text is not a JSON array
     */
    public static RequiredSystems parse(String text) {
        if (text.isBlank()) {
            return none();
        }
        try {
            return JsonReader.create()
                    .read(text, "")
                    .asArray()
                    .map(array -> new RequiredSystems(array.items()))
                    .orElseThrow(() -> new ReleaseDataException("systems parameter must be a JSON array"));
        } catch (DataSyntaxException e) {
            throw new ReleaseDataException(
                    DataPath.of(KEY), e.position(), "systems parameter must be a JSON array: " + e.problem());
        }
    }

    /**
     * The data with these entries appended to its {@code systems}, which is there afterwards in any case.
     *
     * @throws ReleaseDataException when the data's own systems are no array
     */
    public DataObject appendedTo(DataObject data) {
        Data own = data.find(KEY).orElse(Data.nothing());
        List<Data> all = new ArrayList<>();
        if (!own.isNull()) {
            all.addAll(own.asArray()
                    .orElseThrow(() -> new ReleaseDataException(
                            DataPath.of(KEY), own.position(), "data systems must be a JSON array"))
                    .items());
        }
        all.addAll(entries);
        return data.with(KEY, DataArray.of(all).at(own.position()));
    }
}
