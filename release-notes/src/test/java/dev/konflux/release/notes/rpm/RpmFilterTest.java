package dev.konflux.release.notes.rpm;

import static dev.konflux.release.notes.content.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.advisory.AdvisoriesInMemory;
import dev.konflux.release.notes.advisory.PublishedAdvisory;
import java.util.List;
import org.junit.jupiter.api.Test;

class RpmFilterTest {

    private static final DataObject DATA = json("""
            {'mapping': {'rpm-repositories': [
              {'arch': 'x86_64', 'repository_id': 'rpm-x86_64', 'repository_name': 'x86_64', 'distro': 'el9'},
              {'arch': 'x86_64', 'repository_id': 'second'},
              {'arch': 'aarch64', 'repository_id': 'rpm-aarch64', 'repository_name': 'aarch64', 'distro': 'el9'},
              {'arch': 'src', 'repository_id': 'rpm-src', 'repository_name': 'source', 'distro': 'el9'}]}}""");
    private static final DataObject SNAPSHOT = json("""
            {'componentGroup': 'hello', 'components': [
              {'name': 'hello', 'containerImage': 'quay.io/rpms/hello@sha256:aa'}]}""");
    private static final String X86_64 =
            "pkg:rpm/redhat/hello@1.0-1.el9?arch=x86_64&distro=el9&repository_id=rpm-x86_64";
    private static final RpmServer EMPTY = (rpm, repository) -> List.of();

    @Test
    void packagesGoToTheFirstRepositoryOfTheirArchitecture() {
        FilteredRpms filtered = filtered(EMPTY, List.of(), rpm("x86_64"));

        assertThat(filtered.unreleased()).extracting(TargetedRpm::packageUrl).containsExactly(X86_64);
        assertThat(filtered.snapshot().items("components")).singleElement().satisfies(component -> {
            assertThat(component.items("rpmsToPublish")).containsExactly(json("""
                            {'rpm': 'hello-1.0-1.el9.x86_64.rpm', 'sha256': 'd1', 'rpmname': 'hello', 'epoch': '0',
                             'version': '1.0', 'release': '1.el9', 'arch': 'x86_64', 'targetRepos': [
                               {'repository_id': 'rpm-x86_64', 'repository_name': 'x86_64', 'distro': 'el9'}]}"""));
        });
    }

    @Test
    void packagesOfNoArchitectureGoToEveryDefaultArchitectureThatHasARepository() {
        FilteredRpms filtered = filtered(EMPTY, List.of(), rpm("noarch"));

        assertThat(filtered.unreleased())
                .extracting(TargetedRpm::packageUrl)
                .containsExactly(
                        "pkg:rpm/redhat/hello@1.0-1.el9?arch=noarch&distro=el9&repository_id=rpm-x86_64",
                        "pkg:rpm/redhat/hello@1.0-1.el9?arch=noarch&distro=el9&repository_id=rpm-aarch64");
    }

    @Test
    void theDefaultArchitecturesCanBeChosen() {
        FilteredRpms filtered = RpmFilter.of(image -> List.of(rpm("noarch")), EMPTY)
                .withDefaultArchitectures(List.of("aarch64"))
                .apply(Located.root(DATA), Located.root(SNAPSHOT), "tenant", new AdvisoriesInMemory(List.of()));

        assertThat(filtered.unreleased())
                .extracting(TargetedRpm::repositoryName)
                .containsExactly("aarch64");
    }

    @Test
    void theNameOfTheFileTellsASourcePackage() {
        RpmFile source = new RpmFile("hello-1.0-1.el9.src.rpm", "d1", "hello", "0", "1.0", "1.el9", "x86_64");

        FilteredRpms filtered = filtered(EMPTY, List.of(), source);

        assertThat(filtered.unreleased())
                .extracting(TargetedRpm::packageUrl)
                .containsExactly("pkg:rpm/redhat/hello@1.0-1.el9?arch=src&distro=el9&repository_id=rpm-src");
    }

    @Test
    void packagesForDebuggingAndOfForeignArchitecturesAreLeftOut() {
        RpmFile debug = new RpmFile(
                "hello-debuginfo-1.0-1.el9.x86_64.rpm", "d2", "hello-debuginfo", "0", "1.0", "1.el9", "x86_64");

        FilteredRpms filtered = filtered(EMPTY, List.of(), debug, rpm("riscv64"));

        assertThat(filtered.skipsRelease()).isTrue();
        assertThat(filtered.link()).isEmpty();
        assertThat(filtered.snapshot().items("components")).isEmpty();
    }

    @Test
    void aPackageOfAnAdvisoryIsReleased() {
        FilteredRpms filtered = filtered((rpm, repository) -> List.of("d1"), List.of(advisory(X86_64)), rpm("x86_64"));

        assertThat(filtered.skipsRelease()).isTrue();
        assertThat(filtered.link())
                .hasValueSatisfying(link -> assertThat(link.url()).endsWith("/RHBA-2026:0007"));
    }

    @Test
    void aComponentWithOneNewPackageKeepsAllOfThem() {
        FilteredRpms filtered = filtered(EMPTY, List.of(advisory(X86_64)), rpm("x86_64"), rpm("aarch64"));

        assertThat(filtered.released()).extracting(TargetedRpm::packageUrl).containsExactly(X86_64);
        assertThat(filtered.unreleased()).hasSize(1);
        assertThat(filtered.link()).isEmpty();
        assertThat(filtered.snapshot().items("components"))
                .singleElement()
                .satisfies(component -> assertThat(component.items("rpmsToPublish"))
                        .extracting(entry -> entry.find("arch").orElseThrow())
                        .containsExactly(Data.of("aarch64"), Data.of("x86_64")));
    }

    @Test
    void aPackageMayNotBeBuiltAnew() {
        RpmServer server = (rpm, repository) -> repository.equals("x86_64") ? List.of("other") : List.of();

        assertThatThrownBy(() -> filtered(server, List.of(advisory(X86_64)), rpm("x86_64")))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessage("Cannot rebuild RPM with same NEVR but different digest. RPM: hello-1.0-1.el9.x86_64,"
                        + " Snapshot sha256: d1. Action required: Bump version or release number");
    }

    @Test
    void theServerIsOnlyAskedAboutPackagesOfAdvisories() {
        RpmServer server = (rpm, repository) -> List.of("other");

        assertThat(filtered(server, List.of(), rpm("x86_64")).unreleased()).hasSize(1);
    }

    private static RpmFile rpm(String architecture) {
        return new RpmFile(
                "hello-1.0-1.el9." + architecture + ".rpm", "d1", "hello", "0", "1.0", "1.el9", architecture);
    }

    private static PublishedAdvisory advisory(String packageUrl) {
        return new PublishedAdvisory(
                "data/advisories/tenant/2026/0007/advisory.yaml",
                json("{'metadata': {'name': '2026:0007'}, 'spec': {'type': 'RHBA', 'content': {'artifacts': [{'purl': '"
                        + packageUrl + "'}]}}}"));
    }

    private static FilteredRpms filtered(RpmServer server, List<PublishedAdvisory> advisories, RpmFile... files) {
        return RpmFilter.of(image -> List.of(files), server)
                .apply(Located.root(DATA), Located.root(SNAPSHOT), "tenant", new AdvisoriesInMemory(advisories));
    }
}
