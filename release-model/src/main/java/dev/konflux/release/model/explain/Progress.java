package dev.konflux.release.model.explain;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.Data;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a Release has come, by its status. */
final class Progress {

    private static final Map<String, String> PHASES = new LinkedHashMap<>();

    static {
        PHASES.put("TenantCollectorsPipelineProcessed", "the tenant collectors");
        PHASES.put("ManagedCollectorsPipelineProcessed", "the managed collectors");
        PHASES.put("TenantPipelineProcessed", "the tenant pipeline");
        PHASES.put("ManagedPipelineProcessed", "the managed pipeline");
        PHASES.put("FinalPipelineProcessed", "the final pipeline");
    }

    private Progress() {}

    static List<Circumstance> of(Release release) {
        List<Circumstance> phases = new ArrayList<>();
        PHASES.forEach((type, name) ->
                release.findCondition(type).ifPresent(condition -> phases.add(phase(release, name, condition))));
        Optional<Condition> released = release.findCondition("Released").filter(known -> release.isFailed());
        released.ifPresent(failed -> phases.add(Circumstance.fails(
                "the release has not failed",
                failed.message(),
                "remove the cause and make a new Release; a failed one is never taken up again")));
        return phases;
    }

    private static Circumstance phase(Release release, String name, Condition condition) {
        String what = name + " " + (name.endsWith("s") ? "succeed" : "succeeds");
        if (condition.isTrue()) {
            return Circumstance.holds(what, condition.reason().equals("Skipped") ? "there is nothing to run" : "");
        }
        if (condition.reason().equals("Progressing")) {
            return Circumstance.unknown(what, "it is under way", "wait");
        }
        return Circumstance.fails(
                what, condition.message() + lastAttempt(release, name), "look at the logs of its run");
    }

    // The condition of the managed pipeline never says why it failed; only its attempts do.
    private static String lastAttempt(Release release, String name) {
        List<Data> attempts = release.status().items("managedPipelineAttempts");
        if (!name.equals("the managed pipeline") || attempts.isEmpty()) {
            return "";
        }
        Data last = attempts.get(attempts.size() - 1);
        return " (attempt " + attempts.size() + ": "
                + last.findText("failureReason").orElse("unknown reason")
                + last.findText("lastTask").map(task -> " in task " + task).orElse("")
                + last.findText("lastStep").map(step -> ", step " + step).orElse("")
                + last.findText("pipelineRun").map(run -> ", run " + run).orElse("")
                + ")";
    }
}
