package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.GitReference;
import dev.konflux.release.model.GoDuration;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether and how a failed managed run is tried again: what the operator writes into an admission's {@code retryInfo}. */
public final class RetryRules {

    private RetryRules() {}

    /** The retry information of an admission. The first rule that applies decides. */
    public static DataObject retryInfo(
            ReleasePlanAdmission admission, List<ReleasePlan> plans, Optional<ServiceSettings> service) {
        if (service.isEmpty()) {
            return disabled("no retry configuration available");
        }
        Optional<Pipeline> pipeline = admission.pipeline();
        if (pipeline.isEmpty()) {
            return disabled("no pipeline defined");
        }
        Optional<Data> override = pipeline.get().data().find("maxRetries");
        if (override.filter(Data.of(0)::equals).isPresent()) {
            return disabled("retries disabled by RPA pipeline override");
        }
        Optional<GitReference> git = pipeline.get().pipelineRef().findGit();
        Optional<DataObject> policy = git.flatMap(service.get()::retryPolicy);
        if (policy.isEmpty()) {
            return disabled("pipeline not configured for retries");
        }
        return disablingTag(policy.get(), admission, plans)
                .map(tag -> disabled("disabled by tag: " + tag))
                .orElseGet(() -> enabled(policy.get(), override));
    }

    private static DataObject disabled(String reason) {
        return DataObject.of("enabled", Data.of(false), "reason", Data.of(reason));
    }

    private static DataObject enabled(DataObject policy, Optional<Data> override) {
        DataObject.Builder info = DataObject.builder().put("enabled", true);
        info.put("maxRetries", override.or(() -> policy.find("maxRetries")).orElse(Data.of(0)));
        policy.findObject("mitigations").ifPresent(found -> info.put("mitigations", canonical(found)));
        return info.put(
                        "reason",
                        override.isPresent() ? "retries enabled by RPA pipeline override" : "retries enabled by policy")
                .build();
    }

    /** The disabling tag that stands first in the policy. */
    private static Optional<String> disablingTag(
            DataObject policy, ReleasePlanAdmission admission, List<ReleasePlan> plans) {
        List<String> tags = new ArrayList<>();
        addTags(tags, admission.data());
        plans.forEach(plan -> addTags(tags, plan.data()));
        return policy.items("disableOn", "tags").stream()
                .flatMap(tag -> tag.asText().stream())
                .filter(tags::contains)
                .findFirst();
    }

    private static void addTags(List<String> tags, DataObject data) {
        addTexts(tags, data.items("mapping", "defaults", "tags"));
        for (Data component : data.items("mapping", "components")) {
            addTexts(tags, component.items("tags"));
            addTexts(tags, component.items("componentTags"));
            component.items("repositories").forEach(repository -> addTexts(tags, repository.items("tags")));
        }
    }

    private static void addTexts(List<String> tags, List<Data> values) {
        values.forEach(value -> value.asText().ifPresent(tags::add));
    }

    /** Mitigations as the operator writes them again: known fields, durations and quantities in canonical text. */
    private static DataObject canonical(DataObject mitigations) {
        DataObject.Builder written = DataObject.builder();
        mitigations.findObject("oomKill").ifPresent(oomKill -> {
            DataObject.Builder memory = DataObject.builder()
                    .put("multiplier", oomKill.findText("multiplier").orElse(""));
            oomKill.findObject("maxComputeResources")
                    .ifPresent(most -> memory.put("maxComputeResources", ComputeResources.canonical(most)));
            written.put("oomKill", memory.build());
        });
        mitigations.findObject("timeout").ifPresent(timeout -> {
            DataObject.Builder limits = DataObject.builder();
            for (String name : List.of("pipeline", "task")) {
                timeout.findObject(name).ifPresent(limit -> limits.put(name, canonicalIncrement(limit)));
            }
            written.put("timeout", limits.build());
        });
        return written.build();
    }

    private static DataObject canonicalIncrement(DataObject limit) {
        DataObject.Builder written = DataObject.builder();
        for (String name : List.of("increment", "maxTimeout")) {
            limit.findText(name)
                    .flatMap(GoDuration::parse)
                    .ifPresent(duration -> written.put(name, GoDuration.format(duration)));
        }
        return written.build();
    }
}
