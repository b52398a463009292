package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.notes.fbc.FbcManifests;
import dev.konflux.release.notes.fbc.FbcOptIn;
import dev.konflux.release.notes.fbc.OcpVersion;
import dev.konflux.release.notes.pyxis.PyxisPublication;
import dev.konflux.release.notes.pyxis.PyxisRepository;
import dev.konflux.release.notes.pyxis.PyxisServer;
import java.util.List;
import java.util.Optional;

/** Area {@code fbc-pyxis}. */
final class FbcPyxisArea {

    private FbcPyxisArea() {}

    static DataObject answer(DataObject input) {
        try {
            return switch (text(input, "op")) {
                case "ocp-version" ->
                    Area.result(Data.of(
                            OcpVersion.ofAll(Located.root(input).require("snapshot"), new CannedManifests(input))));
                case "opt-in" -> optIn(input);
                case "parse-images" ->
                    Area.result(DataArray.ofTexts(
                            FbcOptIn.images(JsonReader.create().read(text(input, "value"), ""))));
                case "pyxis-url" ->
                    Area.result(Data.of(PyxisRepository.recordUrl(text(input, "pyxisUrl"), text(input, "pullSpec"))));
                case "pyxis-names" -> names(text(input, "url"));
                case "server" ->
                    Area.result(Data.of(PyxisServer.named(text(input, "server")).apiUrl()));
                case "publish" -> publish(input);
                default -> throw new Area.Unsupported("unknown op");
            };
        } catch (ReleaseDataException e) {
            throw new Area.Refused(e.problem());
        } catch (DataSyntaxException e) {
            throw new Area.Refused(String.valueOf(e.getMessage()));
        }
    }

    private record CannedManifests(DataObject input) implements FbcManifests {
        @Override
        public Data manifest(String image) {
            return input.find("manifests", image).orElse(Data.nothing());
        }

        @Override
        public List<String> platformDigests(String image) {
            List<Data> platforms = input.find("platforms", image).isPresent()
                    ? input.items("platforms", image)
                    : input.items("platforms");
            return platforms.stream()
                    .flatMap(platform -> platform.findText("digest").stream())
                    .toList();
        }
    }

    private static DataObject optIn(DataObject input) {
        String requested = PyxisRepository.recordUrl(text(input, "pyxisUrl"), text(input, "pullSpec"));
        Optional<Data> body = input.findText("body").flatMap(FbcPyxisArea::parsed);
        return DataObject.of("result", Data.of(FbcOptIn.of(body)), "requested", Data.of(requested));
    }

    private static Optional<Data> parsed(String body) {
        try {
            return Optional.of(JsonReader.create().read(body, ""));
        } catch (DataSyntaxException e) {
            return Optional.empty();
        }
    }

    private static DataObject names(String url) {
        PyxisRepository repository = PyxisRepository.of(url);
        return DataObject.builder()
                .put("registry", repository.registry())
                .put("repository", repository.name())
                .put("catalog", catalog(url, repository))
                .build();
    }

    private static DataObject catalog(String url, PyxisRepository repository) {
        try {
            return Area.result(Data.of(repository.catalogPage(url, "id1")));
        } catch (ReleaseDataException e) {
            // nested in an answer the class of Python's error is compared too
            return DataObject.of("error", Data.of(e.problem()), "errorType", Data.of("ValueError"));
        }
    }

    private static DataObject publish(DataObject input) {
        PyxisPublication publication = PyxisPublication.plan(
                input.findObject("data").orElse(DataObject.empty()),
                input.findObject("snapshot").orElse(DataObject.empty()),
                repository -> input.find("pyxis", repository.registry() + "/" + repository.name())
                        .orElse(DataObject.empty()));
        List<DataObject> pages = publication.pages().stream()
                .map(page -> DataObject.of("name", Data.of(page.component()), "url", Data.of(page.url())))
                .toList();
        List<DataArray> patches = publication.changes().stream()
                .map(change -> DataArray.of(Data.of(change.id()), change.fields()))
                .toList();
        return DataObject.builder()
                .put("results", DataObject.of("catalog_urls", DataArray.of(pages)))
                .put("patches", DataArray.of(patches))
                .put("signRegistryAccess", DataArray.ofTexts(publication.openRepositories()))
                .build();
    }

    private static String text(DataObject input, String name) {
        return input.findText(name).orElse("");
    }
}
