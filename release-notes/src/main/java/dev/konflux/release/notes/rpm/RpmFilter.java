package dev.konflux.release.notes.rpm;

import com.google.common.collect.ImmutableSortedSet;
import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.advisory.AdvisoryLink;
import dev.konflux.release.notes.advisory.AdvisoryRepository;
import dev.konflux.release.notes.advisory.UnpublishedRows;
import dev.konflux.release.notes.content.ContentType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out of a release the RPM packages that advisories have. A package is known again by its package URL; building one anew under the
 * same name, version and release is refused.
 */
public final class RpmFilter {

    /** Parts of the names of files that are left out unless something else is said. */
    public static final List<String> DEFAULT_EXCLUDES = List.of("-debuginfo-", "-debugsource-");

    /** Where packages of no architecture go unless something else is said. */
    public static final List<String> DEFAULT_ARCHITECTURES = List.of("x86_64", "aarch64", "s390x", "ppc64le");

    private final RpmFiles files;
    private final RpmServer server;
    private final List<String> excludes;
    private final List<String> defaultArchitectures;

    private RpmFilter(RpmFiles files, RpmServer server, List<String> excludes, List<String> defaultArchitectures) {
        this.files = files;
        this.server = server;
        this.excludes = List.copyOf(excludes);
        this.defaultArchitectures = List.copyOf(defaultArchitectures);
    }

    /** A filter with the usual settings. */
    public static RpmFilter of(RpmFiles files, RpmServer server) {
        return new RpmFilter(files, server, DEFAULT_EXCLUDES, DEFAULT_ARCHITECTURES);
    }

    /** This filter, which leaves out the files whose names contain one of the patterns. */
    public RpmFilter excluding(List<String> patterns) {
        return new RpmFilter(files, server, patterns, defaultArchitectures);
    }

    /** This filter, which brings packages of no architecture to the repositories of these architectures. */
    public RpmFilter withDefaultArchitectures(List<String> architectures) {
        return new RpmFilter(files, server, excludes, architectures);
    }

    /**
     * Compares the packages of a Snapshot with the advisories of an origin. A component that has one new package keeps all of them.
     *
     * @param data the release data, whose mapping names the repositories
     * @param snapshot the Snapshot's spec
     * @throws ReleaseDataException when a package of an advisory was built anew, or the documents are malformed
     */
    public FilteredRpms apply(Located data, Located snapshot, String origin, AdvisoryRepository advisories) {
        List<TargetedRpm> all = targeted(data, snapshot);
        List<Data> rows = all.stream().<Data>map(RpmFilter::row).toList();
        UnpublishedRows left = UnpublishedRows.of(rows, ContentType.RPM, origin.strip(), advisories);
        Set<Data> isNew = new HashSet<>(left.rows());
        List<TargetedRpm> released =
                all.stream().filter(rpm -> !isNew.contains(row(rpm))).toList();
        released.forEach(this::requireSameDigest);
        List<TargetedRpm> unreleased =
                all.stream().filter(rpm -> isNew.contains(row(rpm))).toList();
        Optional<AdvisoryLink> link = unreleased.isEmpty()
                ? left.newest().map(advisory -> advisory.link(advisories.gitUrl()))
                : Optional.empty();
        List<Located> names =
                unreleased.stream().map(rpm -> Located.root(row(rpm))).toList();
        return new FilteredRpms(keepUnreleased(snapshot.object(), names, byComponent(all)), unreleased, released, link);
    }

    private List<TargetedRpm> targeted(Located data, Located snapshot) {
        RpmRepositories repositories = RpmRepositories.of(data);
        List<TargetedRpm> all = new ArrayList<>();
        for (Located component : snapshot.itemsOf("components")) {
            String name = component.find("name").map(Located::text).orElse("");
            String image = component.find("containerImage").map(Located::text).orElse("");
            files.in(image).stream()
                    .filter(file -> !excludes(file.fileName(), excludes))
                    .sorted(Comparator.comparing(RpmFile::fileName, CodePoints.ORDER))
                    .forEach(file -> repositories
                            .targetsOf(file, defaultArchitectures)
                            .forEach(repository -> all.add(new TargetedRpm(name, file, repository))));
        }
        return all;
    }

    private static DataObject row(TargetedRpm rpm) {
        return DataObject.of("name", Data.of(rpm.component()), "purl", Data.of(rpm.packageUrl()));
    }

    /** An advisory may name a package that is not on the server yet; the advisory counts then. */
    private void requireSameDigest(TargetedRpm targeted) {
        RpmFile rpm = targeted.rpm();
        List<String> published = server.digestsOf(rpm, targeted.repositoryName());
        if (!published.isEmpty() && !published.contains(rpm.sha256())) {
            throw new ReleaseDataException("Cannot rebuild RPM with same NEVR but different digest. RPM: " + rpm
                    + ", Snapshot sha256: " + rpm.sha256() + ". Action required: Bump version or release number");
        }
    }

    private static DataObject byComponent(List<TargetedRpm> rpms) {
        Map<String, List<Data>> lists = new LinkedHashMap<>();
        rpms.forEach(rpm ->
                lists.computeIfAbsent(rpm.component(), any -> new ArrayList<>()).add(rpm.toPublish()));
        DataObject.Builder byComponent = DataObject.builder();
        lists.forEach((component, list) -> byComponent.put(component, DataArray.of(list)));
        return byComponent.build();
    }

    /** Whether a file is left out because its name contains one of the patterns; blank patterns match nothing. */
    public static boolean excludes(String fileName, List<String> patterns) {
        return patterns.stream().anyMatch(pattern -> !pattern.isBlank() && fileName.contains(pattern));
    }

    /**
     * The Snapshot's spec with the components that have unreleased packages, sorted by name, each with its packages as {@code
     * rpmsToPublish}.
     *
     * @param unreleased rows whose {@code name} is a component's
     * @param packages the packages by component
     */
    public static DataObject keepUnreleased(DataObject snapshot, List<Located> unreleased, DataObject packages) {
        Map<String, DataObject> components = new HashMap<>();
        for (Located component : Located.root(snapshot).itemsOf("components")) {
            component.object().findText("name").ifPresent(name -> components.put(name, component.object()));
        }
        List<Data> kept = new ArrayList<>();
        for (String name : namesOf(unreleased)) {
            Optional<Data> rpms = packages.find(name).filter(PythonEquality::isTrue);
            DataObject component = components.get(name);
            if (component != null && rpms.isPresent()) {
                kept.add(component.with("rpmsToPublish", rpms.get()));
            }
        }
        return snapshot.with("components", DataArray.of(kept));
    }

    private static ImmutableSortedSet<String> namesOf(List<Located> rows) {
        ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.orderedBy(CodePoints.ORDER);
        rows.forEach(row -> names.add(row.require("name").text()));
        return names.build();
    }
}
