package dev.konflux.release.notes.preview;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.notes.advisory.AdvisoryLink;
import dev.konflux.release.notes.advisory.ReleaseEnvironment;
import dev.konflux.release.notes.content.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a release goes to customers or is a rehearsal, and what in its settings speaks of the other. */
final class EnvironmentCheck {

    private static final List<List<String>> SETTINGS = List.of(
            List.of("pyxis", "server"), List.of("atlas", "server"), List.of("cdn", "env"), List.of("intention"));

    private EnvironmentCheck() {}

    /** Images go where their repositories are, RPMs and other files where the data says. */
    static ReleaseEnvironment of(Located data, Located snapshot) {
        ContentType type = ContentType.ofRelease(data);
        if (type.equals(ContentType.IMAGE)) {
            return ReleaseEnvironment.ofRepositories(snapshot);
        }
        return type.equals(ContentType.RPM)
                ? ReleaseEnvironment.ofRpms(data)
                : ReleaseEnvironment.ofAdvisory(type, "", data);
    }

    static List<Finding> contradictions(ReleaseEnvironment environment, Located data, String gitUrl) {
        List<Finding> findings = new ArrayList<>();
        for (List<String> setting : SETTINGS) {
            String[] path = setting.toArray(String[]::new);
            data.value()
                    .find(path)
                    .filter(value -> value.asText()
                            .flatMap(EnvironmentCheck::named)
                            .filter(other -> other != environment)
                            .isPresent())
                    .ifPresent(value -> findings.add(Finding.warning("advisory.environment")
                            .path(String.join(".", setting))
                            .at(value.position())
                            .message("the release goes to " + environment.word() + ", but this is " + value)
                            .build()));
        }
        ReleaseEnvironment advisories = AdvisoryLink.environmentOf(gitUrl);
        if (advisories != environment) {
            findings.add(Finding.warning("advisory.environment")
                    .message("the release goes to " + environment.word() + ", but the advisories in " + gitUrl
                            + " are those of " + advisories.word())
                    .build());
        }
        return findings;
    }

    private static Optional<ReleaseEnvironment> named(String word) {
        if (word.startsWith("production")) {
            return Optional.of(ReleaseEnvironment.PRODUCTION);
        }
        return word.startsWith("stag") || word.equals("qa") ? Optional.of(ReleaseEnvironment.STAGE) : Optional.empty();
    }
}
