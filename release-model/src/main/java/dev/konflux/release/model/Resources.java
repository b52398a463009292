package dev.konflux.release.model;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.DataObject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resources looked at together, and what went wrong while they were read. Reading never fails: whatever a folder holds, the result is the
 * resources that could be read and a finding for everything that could not.
 */
public final class Resources implements Iterable<Resource> {

    private final ImmutableList<Resource> resources;
    private final ImmutableList<Finding> findings;
    private final Sources sources;
    private final Map<Key, Resource> index;

    Resources(List<Resource> resources, List<Finding> findings, Sources sources) {
        this.resources = ImmutableList.copyOf(resources);
        this.findings = ImmutableList.copyOf(findings);
        this.sources = sources;
        this.index = new HashMap<>();
        resources.forEach(
                resource -> index.put(new Key(resource.getClass(), resource.namespace(), resource.name()), resource));
    }

    /**
     * Reads every document of a file, or of all files below a folder whose names end in {@code .yaml}, {@code .yml} or {@code .json}.
     * Symbolic links are followed, each file is read once; files are taken in the order of their names.
     */
    public static Resources read(Path place) {
        FolderReader reader = new FolderReader();
        reader.read(place);
        return reader.resources();
    }

    /**
     * Reads every document of a text.
     *
     * @param source name used in positions, normally a file's
     */
    public static Resources parse(String text, String source) {
        DocumentReader reader = new DocumentReader();
        reader.read(text, source);
        return reader.resources(Sources.ofText(source, text));
    }

    /** The given resources. */
    public static Resources of(Collection<? extends Resource> resources) {
        return new Resources(List.copyOf(resources), List.of(), Sources.none());
    }

    /** The given resources. */
    public static Resources of(Resource... resources) {
        return of(List.of(resources));
    }

    /** The resources that are the given documents. */
    public static Resources ofDocuments(Collection<DataObject> documents) {
        return of(documents.stream().map(ResourceKind::read).toList());
    }

    /** These resources and then others. */
    public Resources and(Resources others) {
        return new Resources(
                Stream.concat(resources.stream(), others.resources.stream()).toList(),
                Stream.concat(findings.stream(), others.findings.stream()).toList(),
                sources.or(others.sources));
    }

    /** All resources in the order they were read. */
    public List<Resource> all() {
        return resources;
    }

    /** All resources of a kind in the order they were read. */
    public <R extends Resource> List<R> all(Class<R> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The resource of a kind, namespace and name; the last one read where there are several. */
    public <R extends Resource> Optional<R> find(Class<R> kind, String namespace, String name) {
        return Optional.ofNullable(index.get(new Key(kind, namespace, name))).map(kind::cast);
    }

    /** What went wrong while reading, in the order of the texts. Whether the resources make sense is another question. */
    public List<Finding> findings() {
        return findings;
    }

    /** The texts the resources were read from. */
    public Sources sources() {
        return sources;
    }

    @Override
    public Iterator<Resource> iterator() {
        return resources.iterator();
    }

    /** How many resources and findings there are. */
    @Override
    public String toString() {
        return resources.size() + " resources, " + findings.size() + " findings";
    }

    private record Key(Class<?> kind, String namespace, String name) {}
}
