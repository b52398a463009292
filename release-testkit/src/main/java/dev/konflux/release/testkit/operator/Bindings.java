package dev.konflux.release.testkit.operator;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/** Role bindings of a run by the slot a release records them in, each as {@code namespace/name}. */
record Bindings(Map<String, String> references) {

    static final String TENANT = "tenantRoleBinding";
    static final String MANAGED = "managedRoleBinding";
    static final String SECRET = "secretRoleBinding";

    private static final Bindings NONE = new Bindings(ImmutableMap.of());

    Bindings {
        references = ImmutableMap.copyOf(references);
    }

    static Bindings none() {
        return NONE;
    }

    Bindings and(String slot, String reference) {
        return new Bindings(ImmutableMap.<String, String>builder()
                .putAll(references)
                .put(slot, reference)
                .buildKeepingLast());
    }

    Optional<String> find(String slot) {
        return Optional.ofNullable(references.get(slot));
    }
}
