package dev.konflux.release.model.lint;

import dev.konflux.release.model.GoDuration;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.ReleaseServiceConfig;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Timeouts;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Time limits that cannot be read or do not go together. */
final class TimeoutRules {

    private static final List<String> FIELDS = List.of("pipeline", "tasks", "finally");

    private static final int MANY_IMAGES = 20;

    private TimeoutRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.error(
                        "timeout.not-a-duration",
                        "A time limit is no duration as Go writes it.",
                        Resource.class,
                        TimeoutRules::notADuration),
                KindRule.warning(
                        "timeout.contradiction",
                        "Time limits contradict each other, so the operator changes them.",
                        Resource.class,
                        TimeoutRules::contradiction),
                KindRule.note(
                        "timeout.default-for-many",
                        "Many images are released within the service's default time limit.",
                        ReleasePlanAdmission.class,
                        TimeoutRules::defaultForMany));
    }

    // Users saw the service's default of an hour end releases of about twenty images.
    private static void defaultForMany(ReleasePlanAdmission admission, Reporter report) {
        int images = admission.mapping().components().size();
        boolean unlimited = admission
                .pipeline()
                .filter(pipeline -> pipeline.timeouts().pipeline().isEmpty())
                .isPresent();
        if (unlimited && images >= MANY_IMAGES) {
            report.at(
                    Pipelines.MANAGED,
                    images + " components are mapped, and no time limit is set for the pipeline",
                    "set spec.pipeline.timeouts.pipeline to what they need; the default is made for few");
        }
    }

    private static void notADuration(Resource resource, Reporter report) {
        all(resource)
                .forEach((path, timeouts) -> FIELDS.forEach(field -> timeouts.data()
                        .findText(field)
                        .filter(text -> GoDuration.parse(text).isEmpty())
                        .ifPresent(text -> report.at(
                                path.member(field),
                                "expected a duration like 1h30m, found '" + text + "'",
                                "units are h, m, s and ms; there are no days"))));
    }

    private static Map<DataPath, Timeouts> all(Resource resource) {
        if (resource instanceof ReleaseServiceConfig config) {
            return Map.of(DataPath.of("spec", "defaultTimeouts"), config.defaultTimeouts());
        }
        return Pipelines.of(resource).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().member("timeouts"),
                        entry -> entry.getValue().timeouts()));
    }

    private static void contradiction(Resource resource, Reporter report) {
        Pipelines.of(resource).forEach((path, pipeline) -> contradiction(path, pipeline, report));
    }

    private static void contradiction(DataPath path, Pipeline pipeline, Reporter report) {
        Timeouts written = pipeline.timeouts();
        Timeouts real = written.adjusted();
        boolean changed = FIELDS.stream()
                .anyMatch(field ->
                        isChanged(written.data().find(field), real.data().find(field)));
        if (!changed) {
            return;
        }
        report.at(
                path.member("timeouts"),
                "the limits " + shown(written) + " do not go together; the operator runs with " + shown(real),
                real.data().isEmpty()
                        ? "a finally limit needs a pipeline or tasks limit beside it"
                        : "let tasks and finally together take no longer than pipeline");
    }

    private static boolean isChanged(Optional<Data> written, Optional<Data> real) {
        return written.flatMap(Data::asText)
                .flatMap(GoDuration::parse)
                .filter(duration -> duration.compareTo(Duration.ZERO) > 0)
                .filter(duration ->
                        !real.flatMap(Data::asText).flatMap(GoDuration::parse).equals(Optional.of(duration)))
                .isPresent();
    }

    private static String shown(Timeouts timeouts) {
        String limits = FIELDS.stream()
                .flatMap(field -> timeouts.data().findText(field).map(text -> field + " " + text).stream())
                .collect(Collectors.joining(", "));
        return limits.isEmpty() ? "the service's defaults" : limits;
    }
}
