package dev.konflux.release.testkit.kube.access;

import dev.konflux.release.testkit.store.ObjectReader;

/** Decides who may do what. */
@FunctionalInterface
public interface Access {

    /** Whether a user may do something. */
    Verdict judge(User user, Attempt attempt, ObjectReader cluster);

    /** Everybody may do everything. */
    static Access open() {
        return (user, attempt, cluster) -> Verdict.allowed("");
    }

    /**
     * Rights come from the roles and their bindings, those of a namespace and those of the whole cluster. Members of {@link User#MASTERS} may do everything; everybody may ask for the
     * version, and whoever has shown who he is may use discovery and ask about himself.
     */
    static Access byRoles() {
        return new RoleAccess();
    }
}
