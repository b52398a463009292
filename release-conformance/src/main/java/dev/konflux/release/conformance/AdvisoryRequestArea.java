package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.advisory.AdvisoryLink;
import dev.konflux.release.notes.advisory.AdvisoryRequest;
import dev.konflux.release.notes.advisory.ArtifactPurls;
import dev.konflux.release.notes.advisory.ChecksumMap;
import dev.konflux.release.notes.advisory.ReleaseEnvironment;
import dev.konflux.release.notes.content.ContentType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Area {@code advisory-request}. */
final class AdvisoryRequestArea {

    private static final Set<String> NO_MAP = Set.of("", "null", "empty");

    private AdvisoryRequestArea() {}

    static DataObject answer(DataObject input) {
        try {
            return switch (input.findText("op").orElse("")) {
                case "prepare" ->
                    Area.result(
                            AdvisoryRequest.prepared(Located.root(input).require("releaseNotes"), contentType(input)));
                case "content-type" -> contentTypeOf(input);
                case "secrets" -> secrets(input);
                case "purls" -> DataObject.of("data", purls(input));
                case "url-prefix" -> Area.result(Data.of(AdvisoryLink.prefixFor(text(input, "gitRepo"))));
                case "content-pointer" ->
                    Area.result(Data.of(pointer(known(new ContentType(text(input, "contentType"))))));
                default -> throw new Area.Unsupported("unknown op");
            };
        } catch (ReleaseDataException e) {
            throw new Area.Refused(e.problem());
        }
    }

    private static ContentType contentType(DataObject input) {
        return text(input, "contentPath").endsWith("artifacts") ? ContentType.GENERIC : ContentType.IMAGE;
    }

    private static DataObject contentTypeOf(DataObject input) {
        ContentType type = ContentType.ofRelease(Located.root(input).require("data"));
        return DataObject.of("result", Data.of(type.name()), "path", Data.of(pointer(type)));
    }

    private static ContentType known(ContentType type) {
        if (!type.isKnown()) {
            throw new Area.Refused("Unsupported contentType: " + type.name());
        }
        return type;
    }

    private static String pointer(ContentType type) {
        return ".content." + type.contentKey();
    }

    private static DataObject secrets(DataObject input) {
        ReleaseEnvironment environment = ReleaseEnvironment.ofAdvisory(
                new ContentType(text(input, "contentType")),
                text(input, "environment"),
                Located.root(input).require("data"));
        return Area.result(DataArray.ofTexts(List.of(environment.advisorySecret(), environment.errataSecret())));
    }

    private static DataObject purls(DataObject input) {
        boolean hasMap =
                input.findText("checksumMapParam").filter(NO_MAP::contains).isEmpty();
        Optional<ChecksumMap> map =
                hasMap ? Optional.of(new ChecksumMap(input.items("checksumMap"))) : Optional.empty();
        return ArtifactPurls.update(
                Located.root(input).require("data").object(),
                input.findObject("snapshot").orElse(DataObject.empty()),
                map);
    }

    private static String text(DataObject input, String name) {
        return input.findText(name).orElse("");
    }
}
