package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.content.Checksums;
import dev.konflux.release.notes.content.ContentSources;
import dev.konflux.release.notes.content.CreatedTag;
import dev.konflux.release.notes.content.GitHubRelease;
import dev.konflux.release.notes.content.PurlText;
import dev.konflux.release.notes.content.ReleaseNotesContent;
import dev.konflux.release.notes.content.TypeAndReferences;
import dev.konflux.release.notes.content.UniqueTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Area {@code release-notes-images}. */
final class ReleaseNotesArea {

    private ReleaseNotesArea() {}

    static DataObject answer(DataObject input) {
        try {
            return switch (input.findText("op").orElse("")) {
                case "populate" -> populate(input);
                case "unique-tag" ->
                    Area.result(Data.of(UniqueTag.of(Located.root(input).require("tags"))));
                case "timestamp-tag" ->
                    Area.result(Data.of(CreatedTag.warningInto(new ArrayList<>())
                            .of(Located.root(input).require("component"))));
                case "rpm-purl" -> Area.result(Data.of(rpmPurl(input)));
                case "type-and-references" -> DataObject.of("data", TypeAndReferences.update(object(input, "data")));
                case "parse-checksums" -> Area.result(checksums(input));
                default -> throw new Area.Unsupported("unknown op");
            };
        } catch (ReleaseDataException e) {
            throw new Area.Refused(e.problem());
        }
    }

    private static DataObject populate(DataObject input) {
        List<String> requested = new ArrayList<>();
        ContentSources sources = new ContentSources(
                image -> platforms(input, image),
                (url, login) -> {
                    requested.add(url);
                    return Trackers.reply(input.find("jira", url).orElse(Data.nothing()));
                },
                gitHub(input));
        try {
            DataObject data = ReleaseNotesContent.fill(object(input, "data"), object(input, "snapshot"), sources)
                    .data();
            return DataObject.of("data", data, "requested", DataArray.ofTexts(requested));
        } catch (ReleaseDataException e) {
            return DataObject.of("error", Data.of(e.problem()), "requested", DataArray.ofTexts(requested));
        }
    }

    private static List<ImagePlatform> platforms(DataObject input, String image) {
        Optional<Data> all = input.find("architectures");
        if (all.isEmpty() || all.get().isNull()) {
            return List.of(
                    new ImagePlatform("linux", "amd64", "sha256:aaa111"),
                    new ImagePlatform("linux", "arm64", "sha256:bbb222"));
        }
        Data own = all.get().find(image).or(() -> all.get().find("*")).orElse(DataArray.empty());
        return own.items().stream().map(ImagePlatform::of).toList();
    }

    private static GitHubRelease gitHub(DataObject input) {
        String version = input.findText("githubVersion").orElse("");
        String url = input.findText("githubUrl").orElse("");
        Optional<String> file = input.findText("checksumFile");
        return new GitHubRelease(version, url, file.map(text -> text.isEmpty() ? List.of() : List.of(text)));
    }

    private static String rpmPurl(DataObject input) {
        List<String> texts = input.items("args").stream().map(PythonText::str).toList();
        return PurlText.rpm(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4), texts.get(5));
    }

    private static DataObject checksums(DataObject input) {
        DataObject.Builder result = DataObject.builder();
        Checksums.parse(input.findText("text").orElse("")).forEach(result::put);
        return result.build();
    }

    private static DataObject object(DataObject input, String name) {
        return Located.root(input).require(name).object();
    }
}
