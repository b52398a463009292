package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.collectors.Secret;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the world around a folder answers in the rehearsal: commits, issues, secrets, images. Read from the file beside the folder. */
record World(DataObject data, Optional<String> fault) {

    private static final String ENDING = ".world.yaml";

    /** The world described in the file {@code FOLDER.world.yaml}; an empty one when there is no such file. */
    static World around(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path name = absolute.getFileName();
        if (name == null) {
            return new World(DataObject.empty(), Optional.empty());
        }
        Path file = absolute.resolveSibling(name + ENDING);
        if (!Files.isRegularFile(file)) {
            return new World(DataObject.empty(), Optional.empty());
        }
        try {
            Data data = YamlReader.of(Dialect.CLUSTER).read(Files.readString(file), name + ENDING);
            return new World(data.asObject().orElse(DataObject.empty()), Optional.empty());
        } catch (IOException | DataSyntaxException e) {
            return new World(DataObject.empty(), Optional.of("cannot read " + name + ENDING + ": " + e.getMessage()));
        }
    }

    /** Whether anything is known about the world. */
    boolean isKnown() {
        return !data.isEmpty();
    }

    /** Commit messages, oldest first, by the address of their repository. */
    Map<String, Data> repositories() {
        return data.findObject("repositories").orElse(DataObject.empty()).members();
    }

    /** Issues by the address of their Jira. */
    Map<String, Data> trackers() {
        return data.findObject("jira").orElse(DataObject.empty()).members();
    }

    /** What the registry knows of an image. */
    Optional<DataObject> image(String reference) {
        return data.findObject("images", reference);
    }

    /** Tags that a repository has already. */
    List<String> tags(String repository) {
        return data.items("tags", repository).stream()
                .flatMap(tag -> tag.asText().stream())
                .toList();
    }

    /** How bad the flaw database says a CVE is. */
    Optional<String> impact(String cve) {
        return data.findText("flaws", cve);
    }

    /** A secret of the cluster. */
    Optional<Secret> secret(String namespace, String name) {
        return data.findObject("secrets", namespace + "/" + name).map(values -> {
            Map<String, String> texts = new HashMap<>();
            values.members().forEach((key, value) -> value.asText().ifPresent(text -> texts.put(key, text)));
            return Secret.ofText(name, texts);
        });
    }
}
