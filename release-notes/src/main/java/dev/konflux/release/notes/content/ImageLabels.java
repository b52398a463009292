package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.releasedata.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The check of labels that customers' scanners go by: {@code name} says which repository an image is from, {@code cpe} which product. Only
 * container images have labels; other artifacts are passed over.
 */
public final class ImageLabels {

    private static final Set<String> IMAGES =
            Set.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");

    private ImageLabels() {}

    /**
     * One thing wrong with an image's labels.
     *
     * @param path where in the Snapshot, or in the release data
     * @param problem what is wrong
     * @param stops whether the release fails for it; without {@code enforceContainerFirstSecurityLabels} most do not
     */
    public record Violation(DataPath path, String problem, boolean stops) {}

    /**
     * Everything wrong with the labels of a mapped Snapshot.
     *
     * @param data the release data, with {@code releaseNotes.cpe}
     * @param snapshot the Snapshot's spec after mapping, whose components know the labels of their images
     */
    public static List<Violation> check(Located data, Located snapshot) {
        boolean isEnforced = data.orElse("enforceContainerFirstSecurityLabels", Data.of(false))
                .equals(Data.of(true));
        List<Located> images = snapshot.itemsOf("components").stream()
                .filter(ImageLabels::isImage)
                .toList();
        Optional<String> cpe = data.value().findText("releaseNotes", "cpe").filter(text -> !text.isEmpty());
        List<Violation> violations = new ArrayList<>();
        if (!images.isEmpty() && cpe.isEmpty()) {
            violations.add(new Violation(
                    DataPath.of("releaseNotes", "cpe"), "is missing; the labels of images are compared with it", true));
        }
        for (Located image : images) {
            nameProblem(image).ifPresent(problem -> violations.add(new Violation(image.path(), problem, isEnforced)));
            label(image, "cpe")
                    .filter(label -> cpe.isPresent() && !label.equals(cpe.get()))
                    .ifPresent(label -> violations.add(new Violation(
                            image.path(),
                            "the label cpe is " + label + ", but releaseNotes.cpe is " + cpe.orElse(""),
                            isEnforced)));
        }
        return violations;
    }

    private static boolean isImage(Located component) {
        return component
                .value()
                .findText("metadata", "media_type")
                .filter(IMAGES::contains)
                .isPresent();
    }

    private static Optional<String> nameProblem(Located image) {
        Optional<String> label = label(image, "name");
        if (label.isEmpty()) {
            return Optional.of("the image has no label name");
        }
        Optional<String> canonical = image.value().findText("canonicalName").filter(name -> !name.isEmpty());
        List<Data> repositories = image.value().items("repositories");
        if (canonical.isEmpty() && repositories.size() > 1) {
            return Optional.of("a component with several repositories needs a canonicalName");
        }
        String expected = canonical.orElseGet(() -> repositories.isEmpty() ? "" : path(repositories.get(0)));
        return label.get().equals(expected)
                ? Optional.empty()
                : Optional.of("the label name is " + label.get() + ", expected " + expected);
    }

    /** What stands behind the host. */
    private static String path(Data repository) {
        String name = repository.findText("rh-registry-repo").orElse("");
        return name.substring(name.indexOf('/') + 1);
    }

    private static Optional<String> label(Located image, String name) {
        return image.value().items("metadata", "labels").stream()
                .filter(label -> label.findText("name").filter(name::equals).isPresent())
                .flatMap(label -> label.findText("value").stream())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
