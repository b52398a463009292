package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.CollectorNeed;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.collectors.ImageScanner;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Vulnerabilities that a scanner sees in the previous image of a component and no longer in the current one. In spite of the name upstream
 * scans images and never SBOMs; {@code compare=sbom} scans the SBOMs attached to the images instead, and {@code compare=packages} reads them:
 * it finds the vulnerabilities that they no longer list, and beside {@code releaseNotes} the {@code packages} that changed.
 */
public final class SbomDiffCollector implements Collector {

    private static final String COMPARE = "compare";

    /** For {@link java.util.ServiceLoader}. */
    public SbomDiffCollector() {}

    @Override
    public String type() {
        return "sbomdiff";
    }

    @Override
    public List<CollectorParameter> parameters() {
        return List.of(CollectorParameter.optional(
                COMPARE, "'image', 'sbom' to scan SBOMs, or 'packages' to read them; upstream has only images."));
    }

    @Override
    public Set<CollectorNeed> needs() {
        return Set.of(CollectorNeed.RELEASE, CollectorNeed.PREVIOUS_RELEASE);
    }

    @Override
    public Data collect(CollectorContext context) {
        if (context.release().isEmpty()) {
            throw CollectorFailure.of("ERROR: Empty release file");
        }
        Map<Data, Optional<String>> now = images(components(context, context.release(), "release data"));
        if (context.previousRelease().isEmpty()) {
            return Notes.cves(List.of());
        }
        Map<Data, Optional<String>> before =
                images(components(context, context.previousRelease(), "previous release data"));
        if (now.isEmpty()) {
            throw CollectorFailure.of("ERROR: No components found in current release");
        }
        if (context.parameter(COMPARE).equals(Optional.of("packages"))) {
            SbomComparison comparison = new SbomComparison(context);
            forEachPair(now, before, comparison::add);
            return comparison.answer();
        }
        Function<String, DataObject> scan = scan(context);
        List<DataObject> cves = new ArrayList<>();
        forEachPair(now, before, (name, earlier, image) -> {
            for (Data id : removed(context, scan, earlier, image)) {
                cves.add(DataObject.of("key", id, "component", name));
            }
        });
        return Notes.cves(cves);
    }

    /** A component that has an image now and had one before. */
    @FunctionalInterface
    private interface Pair {
        void compare(Data name, String earlierImage, String image);
    }

    private static void forEachPair(Map<Data, Optional<String>> now, Map<Data, Optional<String>> before, Pair pair) {
        now.forEach((name, image) -> {
            Optional<String> earlier = before.getOrDefault(name, Optional.empty());
            if (image.isPresent() && earlier.isPresent()) {
                pair.compare(name, earlier.get(), image.get());
            }
        });
    }

    private static Function<String, DataObject> scan(CollectorContext context) {
        ImageScanner scanner =
                context.scanner().orElseThrow(() -> CollectorFailure.of("ERROR: no image scanner is available"));
        if (!context.parameter(COMPARE).equals(Optional.of("sbom"))) {
            return scanner::scan;
        }
        return image -> scanner.scanSbom(sbom(context, image));
    }

    /** The SBOM of an image that must have one. */
    static DataObject sbom(CollectorContext context, String image) {
        return context.sboms()
                .find(image)
                .filter(sbom -> !sbom.isEmpty())
                .orElseThrow(() -> CollectorFailure.of("no SBOM for " + image));
    }

    /** A scan that fails is only reported: the component is left out, upstream's way. */
    private static List<Data> removed(
            CollectorContext context, Function<String, DataObject> scan, String earlierImage, String image) {
        context.cancellation().check();
        try {
            ScanResult earlier = ScanResult.of(scan.apply(earlierImage));
            return earlier.without(ScanResult.of(scan.apply(image)));
        } catch (CollectorFailure e) {
            context.listener().progress("Cannot compare " + image + ": " + e.getMessage());
            return List.of();
        }
    }

    /** Each Release's Snapshot in that Release's own namespace; a Snapshot without components is as good as an empty one. */
    private static Data components(CollectorContext context, DataObject release, String where) {
        String snapshot = text(release, "spec", "snapshot", where);
        String namespace = text(release, "metadata", "namespace", where);
        return ReleaseSnapshot.find(context, namespace, snapshot)
                .document()
                .find("spec", "components")
                .orElse(DataArray.empty());
    }

    private static String text(DataObject release, String group, String key, String where) {
        String value = Fields.requireText(Fields.require(release, group, where), key, group + " of " + where);
        if (value.isBlank()) {
            throw CollectorFailure.of("ERROR: '" + key + "' cannot be empty or whitespace");
        }
        return value;
    }

    /** Image by component name, which may be null; of two components of one name the later one that has an image replaces. */
    private static Map<Data, Optional<String>> images(Data components) {
        Map<Data, Optional<String>> images = new LinkedHashMap<>();
        for (Data component : Fields.array(components, "components")) {
            Data name = Fields.require(component, "name", "a component");
            images.put(name, component.findText("containerImage").filter(image -> !image.isBlank()));
        }
        return images;
    }
}
