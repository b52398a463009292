package dev.konflux.release.policy.notions;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a task comes from.
 *
 * @param name the task's name, {@code <NAMELESS>} for a task defined in place
 * @param kind the kind referred to, in lower case
 * @param key what identifies the source without version, the key of trusted tasks; {@code <UNKNOWN>} for local tasks
 * @param pinned the digest or commit the reference is pinned to, {@code <INLINED>} for a task defined in place, else empty
 * @param bundle the bundle's reference; undefined unless the task comes from a bundle
 * @param tag the bundle's tag, or empty
 * @param path the path in the git repository; undefined unless the task comes from one
 */
public record TaskReference(Value name, String kind, Value key, Value pinned, Value bundle, String tag, Value path) {

    private static final String NAMELESS = "<NAMELESS>";
    private static final String UNKNOWN = "<UNKNOWN>";
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Value NOTHING = Value.of("");
    private static final Value NO_REFERENCE = Value.of(DataObject.empty());

    /** The reference of the task; empty when what stands in its place is none. */
    static Optional<TaskReference> of(Value task) {
        Value reference = referenceIn(task);
        Value bundle = reference.get("bundle");
        Optional<TaskReference> found = Optional.empty();
        if (bundle.isDefined()) {
            found = fromBundle(task, bundle, kind(reference));
        }
        if (found.isEmpty() && reference.get("resolver").is("bundles")) {
            Value kind = parameter(reference, "kind", Value.of("task")).lower();
            found = fromBundle(task, parameter(reference, "bundle", NOTHING), kind);
        }
        if (found.isEmpty() && reference.get("resolver").is("git")) {
            found = fromGit(task, reference);
        }
        if (found.isEmpty() && reference.equals(NO_REFERENCE)) {
            found = Optional.of(plain(Value.of(NAMELESS), "task", Value.of("<INLINED>")));
        }
        return found.or(() -> kind(reference).text().map(kind -> plain(nameOf(task), kind, NOTHING)));
    }

    private static TaskReference plain(Value name, String kind, Value pinned) {
        return new TaskReference(name, kind, Value.of(UNKNOWN), pinned, Value.UNDEFINED, "", Value.UNDEFINED);
    }

    private static Value referenceIn(Value task) {
        return task.get("ref")
                .orElse(task.get("taskRef"))
                .orElse(task.get("spec", "taskRef"))
                .orElse(NO_REFERENCE);
    }

    private static Value kind(Value reference) {
        return reference.getOr("kind", Value.of("task")).lower();
    }

    private static Optional<TaskReference> fromBundle(Value task, Value bundle, Value kind) {
        Optional<ImageReference> image = ImageReference.parse(bundle);
        String tag = image.map(ImageReference::tag).orElse("");
        Value source = Value.ofText(image.map(i -> i.repository() + (tag.isEmpty() ? "" : ":" + tag)));
        Value key = Template.fill("oci://%s", source.orElse(bundle));
        Value pinned = Value.of(image.map(ImageReference::digest).orElse(""));
        return kind.text().map(k -> new TaskReference(nameOf(task), k, key, pinned, bundle, tag, Value.UNDEFINED));
    }

    private static Optional<TaskReference> fromGit(Value task, Value reference) {
        Value url = parameter(reference, "url", NOTHING);
        Value prefixed = url.startsWith("git+") ? url : Template.fill("git+%s", url);
        Value suffixed = prefixed.endsWith(".git") ? prefixed : Template.fill("%s.git", prefixed);
        Value path = parameter(reference, "pathInRepo", NOTHING);
        Value revision = parameter(reference, "revision", NOTHING);
        boolean isCommit =
                revision.text().filter(text -> COMMIT.matcher(text).matches()).isPresent();
        return kind(reference)
                .text()
                .map(kind -> new TaskReference(
                        nameOf(task),
                        kind,
                        Template.fill("%s//%s", suffixed, path),
                        isCommit ? revision : NOTHING,
                        Value.UNDEFINED,
                        "",
                        path));
    }

    private static Value nameOf(Value task) {
        Value byParameter = parameter(referenceIn(task), "name", NOTHING);
        return task.get("metadata", "labels", "tekton.dev/task")
                .orElse(task.get("invocation", "environment", "labels", "tekton.dev/task"))
                .orElse(byParameter.equals(NOTHING) ? Value.UNDEFINED : byParameter)
                .orElse(referenceIn(task).get("name"))
                .orElse(Value.of(NAMELESS));
    }

    private static Value parameter(Value reference, String name, Value fallback) {
        @Nullable Data found = null;
        for (Value parameter : reference.get("params").each()) {
            Optional<Data> value = parameter.get("value").data();
            if (parameter.get("name").is(name) && value.isPresent()) {
                Ambiguity.refuse(found, value.get(), "reference");
                found = value.get();
            }
        }
        return found == null ? fallback : Value.of(found);
    }

    /** Whether the reference names one unchanging version. */
    public boolean isPinned() {
        return !pinned.equals(NOTHING);
    }
}
