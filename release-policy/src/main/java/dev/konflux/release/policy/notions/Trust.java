package dev.konflux.release.policy.notions;

import dev.konflux.release.policy.value.Value;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which tasks are trusted: by rules where those are in use, else by lists of trusted versions. */
public final class Trust {

    private final TrustRules rules;
    private final TrustedTasks lists;

    Trust(Scene scene) {
        this.rules = new TrustRules(scene);
        this.lists = new TrustedTasks(scene);
    }

    /** The rules of trust. */
    public TrustRules rules() {
        return rules;
    }

    /** The lists of trusted versions. */
    public TrustedTasks lists() {
        return lists;
    }

    /** Whether rules decide. */
    public boolean isByRules() {
        return rules.isInUse();
    }

    /** Whether there is neither a rule nor a list, so that nothing can be said of any task. */
    public boolean isWithoutData() {
        return !isByRules() && lists.isEmpty();
    }

    /** Whether the task is trusted; never when the manifests of the bundles could not be had. */
    public boolean isTrusted(Task task, Value manifests) {
        if (!manifests.isDefined()) {
            return false;
        }
        return isByRules() ? rules.isTrusted(task, manifests) : lists.isTrusted(task);
    }

    /** The different tasks that are not trusted; none when the manifests of the bundles could not be had. */
    public Set<Task> untrusted(Collection<Task> tasks, Value manifests) {
        Set<Task> untrusted = new LinkedHashSet<>();
        if (manifests.isDefined()) {
            tasks.stream().filter(task -> !isTrusted(task, manifests)).forEach(untrusted::add);
        }
        return untrusted;
    }

    /** The different tasks that the lists do not trust. */
    public Set<Task> unlisted(Collection<Task> tasks) {
        Set<Task> untrusted = new LinkedHashSet<>();
        tasks.stream().filter(task -> !lists.isTrusted(task)).forEach(untrusted::add);
        return untrusted;
    }
}
