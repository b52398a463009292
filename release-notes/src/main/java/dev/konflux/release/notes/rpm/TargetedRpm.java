package dev.konflux.release.notes.rpm;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.notes.content.PurlText;

/**
 * A package on its way into one repository.
 *
 * @param component the component's name
 * @param rpm the package
 * @param repository {@code repository_id}, {@code repository_name} and {@code distro}, as the mapping gives them
 */
public record TargetedRpm(String component, RpmFile rpm, DataObject repository) {

    /** By what the package is known again in advisories. */
    public String packageUrl() {
        return PurlText.rpm(
                rpm.name(),
                rpm.version(),
                rpm.release(),
                rpm.architecture(),
                ofRepository("distro"),
                ofRepository("repository_id"));
    }

    /** The repository's name. */
    public String repositoryName() {
        return ofRepository("repository_name");
    }

    private String ofRepository(String field) {
        return PythonText.str(repository.find(field).orElse(Data.of("")));
    }

    /** The package as later tasks find it in {@code rpmsToPublish}. */
    DataObject toPublish() {
        return DataObject.builder()
                .put("rpm", rpm.fileName())
                .put("sha256", rpm.sha256())
                .put("rpmname", rpm.name())
                .put("epoch", rpm.epoch())
                .put("version", rpm.version())
                .put("release", rpm.release())
                .put("arch", rpm.architecture())
                .put("targetRepos", DataArray.of(repository))
                .build();
    }
}
