package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** Names a pipeline by a resolver and its parameters. */
public final class PipelineReference extends Part {

    private PipelineReference(DataObject data) {
        super(data);
    }

    /** The reference that is the given object. */
    public static PipelineReference of(DataObject data) {
        return new PipelineReference(data);
    }

    /** A reference through the git resolver. */
    public static PipelineReference git(String url, String revision, String pathInRepo) {
        DataArray params = DataArray.of(
                Parameter.of("url", url).data(),
                Parameter.of("revision", revision).data(),
                Parameter.of("pathInRepo", pathInRepo).data());
        return new PipelineReference(DataObject.of("resolver", Data.of("git"), "params", params));
    }

    /** The resolver: {@code git}, {@code bundles} or {@code cluster}. */
    public String resolver() {
        return text("resolver");
    }

    /** The parameters in document order; names may repeat. */
    public List<Parameter> params() {
        return parts(data(), Parameter::of, "params");
    }

    /** The value of the first parameter of a name. */
    public Optional<String> findParam(String name) {
        return params().stream()
                .filter(param -> param.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /**
     * Where the git resolver looks; empty unless the resolver is exactly {@code git}. Missing parameters are empty texts. Of a repeated
     * parameter the last counts here, unlike in {@link #findParam}: the operator has both look-ups.
     */
    public Optional<GitReference> findGit() {
        if (!resolver().equals("git")) {
            return Optional.empty();
        }
        return Optional.of(new GitReference(lastParam("url"), lastParam("revision"), lastParam("pathInRepo")));
    }

    private String lastParam(String name) {
        return params().stream()
                .filter(param -> param.name().equals(name))
                .map(Parameter::value)
                .reduce("", (earlier, later) -> later);
    }

    /** Registry place for artifacts kept between tasks; only an admission's pipeline listens to it. */
    public Optional<String> ociStorage() {
        return data().findText("ociStorage");
    }

    /** Whether the workspace is an emptyDir; only tenant and final pipelines listen to it. */
    public boolean useEmptyDir() {
        return truth(data(), "useEmptyDir").orElse(false);
    }
}
