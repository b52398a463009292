package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.advisory.AdvisoryCreation;
import dev.konflux.release.notes.advisory.AdvisoryImageFilter;
import dev.konflux.release.notes.advisory.AdvisoryLink;
import dev.konflux.release.notes.advisory.AdvisoryOutcome;
import dev.konflux.release.notes.advisory.AdvisoryRequest;
import dev.konflux.release.notes.advisory.ReleaseEnvironment;
import dev.konflux.release.notes.content.ContentType;
import dev.konflux.release.notes.released.PublishedRows;
import dev.konflux.release.notes.released.RegistryFilter;
import dev.konflux.release.notes.rpm.RpmFilter;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Area {@code already-released}. */
final class ReleasedArea {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-08-20T12:31:35Z"));
    private static final DataObject SIGNING = DataObject.of("SIG_KEY_NAME", Data.of("key1"));

    private ReleasedArea() {}

    static DataObject answer(DataObject input) {
        try {
            return switch (input.findText("op").orElse("")) {
                case "filter-content" -> filterContent(input);
                case "arch-images" ->
                    Area.result(filtered(ContentType.IMAGE, input.items("rows"), input.items("existing")));
                case "strip-checksum" -> Area.result(Data.of(PublishedRows.withoutChecksum(text(input, "purl"))));
                case "registry" -> registry(input);
                case "advisory-images" -> advisoryImages(input);
                case "create-advisory" -> createAdvisory(input);
                default -> environmentOrRpm(input);
            };
        } catch (ReleaseDataException e) {
            throw new Area.Refused(e.problem());
        }
    }

    private static DataObject environmentOrRpm(DataObject input) {
        return switch (input.findText("op").orElse("")) {
            case "environment" ->
                Area.result(
                        Data.of(ReleaseEnvironment.ofRpms(member(input, "data")).word()));
            case "environment-of-repositories" -> environmentOfRepositories(input);
            case "exclude-file" ->
                Area.result(Data.of(RpmFilter.excludes(text(input, "filename"), texts(input, "patterns"))));
            case "rpm-snapshot" ->
                Area.result(RpmFilter.keepUnreleased(
                        member(input, "snapshot").object(),
                        member(input, "unreleased").items(),
                        member(input, "rpms").object()));
            case "arch-rows" ->
                Area.result(DataArray.of(AdvisoryImageFilter.rowsOf(
                        member(input, "component"),
                        input.items("architectures").stream()
                                .flatMap(platform -> platform.findText("digest").stream())
                                .toList())));
            case "keep-unreleased" ->
                Area.result(AdvisoryImageFilter.keep(
                        member(input, "snapshot").object(), new HashSet<>(texts(input, "unreleased"))));
            default -> throw new Area.Unsupported("unknown op");
        };
    }

    private static DataObject environmentOfRepositories(DataObject input) {
        ReleaseEnvironment environment = ReleaseEnvironment.ofRepositories(member(input, "snapshot"));
        return Area.result(DataArray.ofTexts(List.of(environment.word(), environment.advisorySecret())));
    }

    private static DataObject filterContent(DataObject input) {
        Located content = member(input, "content");
        Located existing = member(input, "existing");
        content.items();
        existing.items();
        return Area.result(
                filtered(new ContentType(text(input, "contentType")), input.items("content"), input.items("existing")));
    }

    private static DataArray filtered(ContentType type, List<Data> rows, List<Data> existing) {
        return DataArray.of(PublishedRows.of(type, existing).unpublished(rows));
    }

    private static DataObject registry(DataObject input) {
        List<String> inOrder = new ArrayList<>();
        RegistryFilter filter = RegistryFilter.of(member(input, "snapshot").object(), reference -> {
            inOrder.add(reference);
            return input.findText("registry", reference);
        });
        return DataObject.builder()
                .put("snapshot", filter.snapshot())
                .put("skipRelease", filter.skipsRelease() ? "true" : "false")
                .put("resolved", DataArray.ofTexts(inOrder))
                .build();
    }

    private static DataObject advisoryImages(DataObject input) {
        AdvisoryImageFilter filter =
                AdvisoryImageFilter.of(input.items("rows"), text(input, "origin"), CannedAdvisories.of(input));
        return DataObject.builder()
                .put("result", "Success")
                .put("unreleasedComponents", DataArray.ofTexts(filter.unreleased()))
                .put("advisoryUrl", filter.link().map(AdvisoryLink::url).orElse(""))
                .put(
                        "advisoryInternalUrl",
                        filter.link().map(AdvisoryLink::internalUrl).orElse(""))
                .build();
    }

    private static DataObject createAdvisory(DataObject input) {
        AdvisoryRequest request = new AdvisoryRequest(
                text(input, "origin"),
                text(input, "componentGroup"),
                new ContentType(text(input, "contentType").strip()),
                member(input, "advisory").object(),
                "cm");
        boolean[] reserved = {false};
        BigInteger liveId =
                new BigInteger(input.find("liveId").map(PythonText::str).orElse("4242"));
        AdvisoryCreation creation = new AdvisoryCreation(
                CannedAdvisories.of(input),
                () -> {
                    reserved[0] = true;
                    return liveId;
                },
                CLOCK);
        Optional<DataObject> signing = input.findObject("configMap");
        AdvisoryOutcome outcome = creation.outcome(request, signing.orElse(SIGNING));
        return DataObject.builder()
                .put("result", "Success")
                .put("advisoryUrl", outcome.link().url())
                .put("advisoryInternalUrl", outcome.link().internalUrl())
                .put("liveIdReserved", reserved[0])
                .build();
    }

    private static Located member(DataObject input, String name) {
        return Located.root(input).require(name);
    }

    private static String text(DataObject input, String name) {
        return input.findText(name).orElse("");
    }

    private static List<String> texts(DataObject input, String name) {
        return input.items(name).stream().map(PythonText::str).toList();
    }
}
