package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.value.FilterFunction;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Ansible's core filters. Those that read files, the environment or the clock of the machine are missing on purpose: a template must not
 * reach them.
 */
public final class AnsibleFilters {

    private AnsibleFilters() {}

    /** Adds them. */
    public static void register(Map<String, FilterFunction> filters, RandomGenerator random) {
        AnsibleDocuments.register(filters);
        AnsibleReading.register(filters);
        AnsibleText.register(filters);
        AnsibleRegex.register(filters);
        AnsiblePaths.register(filters);
        AnsibleValues.register(filters, random);
        AnsibleMerging.register(filters);
    }
}
