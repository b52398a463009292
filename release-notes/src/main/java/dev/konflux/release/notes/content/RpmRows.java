package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** RPM packages: one row for each package and repository it goes to. */
final class RpmRows extends ArtifactRows {

    private static final String CONTENT_BASE = "https://packages.redhat.com/api/pulp-content";
    private static final String SOURCE = "src";

    @Override
    void requireShippable(Located snapshot, List<Located> components) {
        if (components.stream().allMatch(c -> c.findTrue("rpmsToPublish").isEmpty())) {
            throw new ReleaseDataException("No rpmsToPublish found in snapshot cannot generate RPM release notes.");
        }
    }

    @Override
    void addRows(Located data, Located component, Consumer<DataObject.Builder> rows) {
        Optional<Located> rpms = component.findTrue("rpmsToPublish");
        if (rpms.isPresent()) {
            Target target = Target.of(data);
            rpms.get().items().forEach(rpm -> addRows(rpm, target, rows));
        }
    }

    private static void addRows(Located rpm, Target target, Consumer<DataObject.Builder> rows) {
        Data architecture = rpm.require("arch").value();
        Optional<Located> repositories = rpm.findTrue("targetRepos");
        if (repositories.isEmpty()) {
            rows.accept(target.row(rpm, architecture, text(rpm, "distro"), ""));
            return;
        }
        for (Located repository : repositories.get().items()) {
            boolean isSource =
                    repository.orElse("repository_name", Data.nothing()).equals(Data.of("source"));
            Data shown = isSource ? Data.of(SOURCE) : architecture;
            String id = PythonText.str(repository.require("repository_id").value());
            DataObject.Builder row = target.row(rpm, shown, text(repository, "distro"), id);
            if (shown.equals(Data.of(SOURCE))) {
                target.addDocuments(rpm, row);
            }
            rows.accept(row);
        }
    }

    private static String text(Located owner, String name) {
        return owner.findTrue(name).map(value -> PythonText.str(value.value())).orElse("");
    }

    /** Where the packages go: the same for all of them. */
    private record Target(String domain, Optional<Data> signingKey) {

        static Target of(Located data) {
            Located signing = data.objectOrEmpty("signOptions");
            String signed = text(signing, "signedRpmsDomain");
            return new Target(
                    signed.isEmpty() ? text(data.objectOrEmpty("pulp"), "domain") : signed,
                    signing.objectOrEmpty("signKeyAlias").findTrue("key").map(Located::value));
        }

        DataObject.Builder row(Located rpm, Data architecture, String distro, String repositoryId) {
            String purl = PurlText.rpm(
                    required(rpm, "rpmname"),
                    required(rpm, "version"),
                    required(rpm, "release"),
                    PythonText.str(architecture),
                    distro,
                    repositoryId);
            DataObject.Builder row = ArtifactRows.row(architecture, Data.of("linux"), purl);
            signingKey.ifPresent(key -> row.put("signingKey", key));
            return row;
        }

        private static String required(Located rpm, String name) {
            return PythonText.str(rpm.require(name).value());
        }

        /** Source packages carry where their SBOM and attestation can be found. */
        void addDocuments(Located rpm, DataObject.Builder row) {
            addDocument(rpm, "sbomPath", "sbom", row);
            addDocument(rpm, "attestationPath", "attestation", row);
        }

        private void addDocument(Located rpm, String from, String to, DataObject.Builder row) {
            String path = text(rpm, from);
            if (!path.isEmpty() && !domain.isEmpty()) {
                row.put(to, CONTENT_BASE + "/" + domain + "/" + path);
            }
        }
    }
}
