package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.mapping.ImageRegistry;
import dev.konflux.release.model.mapping.MappedSnapshot;
import dev.konflux.release.model.mapping.RepositoryNames;
import dev.konflux.release.model.mapping.SnapshotMapping;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Area {@code apply-mapping}. */
final class MappingArea {

    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss");

    private MappingArea() {}

    static DataObject answer(DataObject input) {
        String repository = input.findText("repository").orElse("");
        try {
            return switch (input.findText("op").orElse("")) {
                case "apply-mapping" -> map(input);
                case "translate-delivery-repo" -> Area.result(delivery(RepositoryNames.deliveryOf(repository)));
                case "convert-to-quay" -> Area.result(Data.of(RepositoryNames.toQuay(repository)));
                case "convert-to-registry" -> Area.result(Data.of(RepositoryNames.toRegistry(repository)));
                case "convert-to-registry-access" -> Area.result(Data.of(RepositoryNames.toRegistryAccess(repository)));
                default -> throw new Area.Unsupported("no such operation");
            };
        } catch (ReleaseDataException e) {
            throw new Area.Refused(e.problem());
        }
    }

    private static DataArray delivery(RepositoryNames.Delivery names) {
        return DataArray.of(
                DataObject.of("repo", Data.of("redhat.io"), "url", Data.of(names.registry())),
                DataObject.of("repo", Data.of("access.redhat.com"), "url", Data.of(names.access())));
    }

    private static DataObject map(DataObject input) {
        CannedRegistry registry = new CannedRegistry(input);
        try {
            MappedSnapshot mapped =
                    mapping(input).apply(input.find("snapshot").orElse(Data.nothing()), registry, clock(input));
            return registry.report(DataObject.of("mapped", Data.of(mapped.isMapped()), "snapshot", mapped.spec()));
        } catch (ReleaseDataException e) {
            return registry.report(DataObject.of("error", Data.of(e.problem())));
        }
    }

    private static SnapshotMapping mapping(DataObject input) {
        ReleaseData data = ReleaseData.of(input.findObject("data").orElse(DataObject.empty()));
        SnapshotMapping mapping = SnapshotMapping.of(data);
        mapping = isOn(input, "failOnEmptyResult") ? mapping.failingWhenEmpty() : mapping;
        return isOn(input, "addImplicitTimestampTag") ? mapping.addingTimestampTag() : mapping;
    }

    private static boolean isOn(DataObject input, String flag) {
        return input.find(flag).flatMap(Data::asBoolean).orElse(false);
    }

    private static Clock clock(DataObject input) {
        LocalDateTime now = LocalDateTime.parse(input.findText("now").orElseThrow(), NOW);
        return Clock.fixed(now.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    /** Answers from the case; the case knows images by the reference of the component only. */
    private static final class CannedRegistry implements ImageRegistry {

        private final DataObject input;
        private final Map<String, String> imageOfPlatform = new HashMap<>();
        private final List<String> listed = new ArrayList<>();

        CannedRegistry(DataObject input) {
            this.input = input;
        }

        private DataObject image(String reference) {
            DataObject images = input.findObject("images").orElse(DataObject.empty());
            return images.findObject(reference).or(() -> images.findObject("*")).orElse(DataObject.empty());
        }

        @Override
        public List<ImagePlatform> platforms(String image) {
            List<ImagePlatform> platforms = image(image)
                    .find("architectures")
                    .map(given ->
                            given.items().stream().map(CannedRegistry::platform).toList())
                    .orElse(List.of(new ImagePlatform("linux", "amd64", "sha256:aaa")));
            String name = image.substring(0, image.lastIndexOf('@'));
            platforms.forEach(platform -> imageOfPlatform.put(name + "@" + platform.digest(), image));
            return platforms;
        }

        private static ImagePlatform platform(Data given) {
            return new ImagePlatform(
                    given.findText("platform", "os").orElse(""),
                    given.findText("platform", "architecture").orElse(""),
                    given.findText("digest").orElse(""));
        }

        @Override
        public DataObject manifest(String image) {
            return image(imageOfPlatform.getOrDefault(image, image))
                    .findObject("manifest")
                    .orElse(DataObject.empty());
        }

        @Override
        public DataObject inspect(String image, ImagePlatform platform) {
            return image(image).findObject("inspect").orElse(DataObject.empty());
        }

        @Override
        public List<String> tags(String repository) {
            listed.add(repository);
            return input.items("tags", repository).stream()
                    .flatMap(tag -> tag.asText().stream())
                    .toList();
        }

        DataObject report(DataObject answer) {
            return listed.isEmpty() ? answer : answer.with("listedRepositories", DataArray.ofTexts(listed));
        }
    }
}
