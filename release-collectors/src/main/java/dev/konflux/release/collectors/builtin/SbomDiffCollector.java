package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.ImageScanner;
import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Vulnerabilities that a scanner sees in the previous image of a component and no longer in the current one. In spite of the name upstream
 * compares scans, never SBOMs.
 */
public final class SbomDiffCollector implements Collector {

    /** For {@link java.util.ServiceLoader}. */
    public SbomDiffCollector() {}

    @Override
    public String type() {
        return "sbomdiff";
    }

    @Override
    public Data collect(CollectorContext context) {
        if (context.release().isEmpty()) {
            throw CollectorFailure.of("ERROR: Empty release file");
        }
        Data current = components(context, context.release(), "release data");
        if (context.previousRelease().isEmpty()) {
            return Notes.cves(List.of());
        }
        Map<String, Optional<String>> before =
                images(components(context, context.previousRelease(), "previous release data"));
        if (!Truth.of(current)) {
            throw CollectorFailure.of("ERROR: No components found in current release");
        }
        ImageScanner scanner =
                context.scanner().orElseThrow(() -> CollectorFailure.of("ERROR: no image scanner is available"));
        return Notes.cves(removed(context, scanner, before, images(current)));
    }

    private static List<DataObject> removed(
            CollectorContext context,
            ImageScanner scanner,
            Map<String, Optional<String>> before,
            Map<String, Optional<String>> now) {
        Map<String, List<DataObject>> byComponent = new LinkedHashMap<>();
        now.forEach((name, image) -> {
            Optional<String> earlier = before.getOrDefault(name, Optional.empty());
            if (image.isPresent() && earlier.isPresent()) {
                removed(context, scanner, earlier.get(), image.get())
                        .forEach(id -> byComponent
                                .computeIfAbsent(name, key -> new ArrayList<>())
                                .add(Notes.cve(id, name)));
            }
        });
        return byComponent.values().stream().flatMap(List::stream).toList();
    }

    /** A scan that fails is only reported: the component is left out, upstream's way. */
    private static Set<String> removed(
            CollectorContext context, ImageScanner scanner, String earlierImage, String image) {
        context.cancellation().check();
        try {
            Set<String> ids = vulnerabilities(scanner.scan(earlierImage));
            ids.removeAll(vulnerabilities(scanner.scan(image)));
            return ids;
        } catch (CollectorFailure e) {
            context.listener().progress("Cannot compare " + image + ": " + e.getMessage());
            return Set.of();
        }
    }

    private static Set<String> vulnerabilities(DataObject scan) {
        if (scan.isEmpty()) {
            throw CollectorFailure.of("the scan is empty");
        }
        Set<String> ids = new TreeSet<>(CodePoints.ORDER);
        for (Data vulnerability : scan.items("result", "vulnerabilities")) {
            vulnerability.findText("cveId").filter(id -> !id.isEmpty()).ifPresent(ids::add);
        }
        return ids;
    }

    /** Each Release's Snapshot in that Release's own namespace. */
    private static Data components(CollectorContext context, DataObject release, String where) {
        String snapshot = text(release, "spec", "snapshot", where);
        String namespace = text(release, "metadata", "namespace", where);
        Data spec = Fields.require(
                ReleaseSnapshot.find(context, namespace, snapshot).document(), "spec", "snapshot " + snapshot);
        return Fields.require(spec, "components", "spec of snapshot " + snapshot);
    }

    private static String text(DataObject release, String group, String key, String where) {
        String value = Fields.requireText(Fields.require(release, group, where), key, group + " of " + where);
        if (value.isBlank()) {
            throw CollectorFailure.of("ERROR: '" + key + "' cannot be empty or whitespace");
        }
        return value;
    }

    /** Image by component name; of two components of one name the later one replaces. */
    private static Map<String, Optional<String>> images(Data components) {
        Map<String, Optional<String>> images = new LinkedHashMap<>();
        for (Data component : Fields.array(components, "components")) {
            String name = Fields.requireText(component, "name", "a component");
            images.put(name, component.findText("containerImage").filter(image -> !image.isBlank()));
        }
        return images;
    }
}
