package dev.konflux.release.testkit.kube.access;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody who sends requests.
 *
 * @param uid may be empty
 * @param groups the groups he is in, with those that every user is in
 */
public record User(String name, String uid, List<String> groups) {

    /** The group whose members may do everything. */
    public static final String MASTERS = "system:masters";

    private static final String AUTHENTICATED = "system:authenticated";

    /** Keeps its own copy. */
    public User {
        groups = ImmutableList.copyOf(groups);
    }

    /** A user who has shown who he is. */
    public static User named(String name, String... groups) {
        return new User(
                name,
                "",
                Stream.concat(Stream.of(groups), Stream.of(AUTHENTICATED)).toList());
    }

    /** Somebody who has not shown who he is. */
    public static User anonymous() {
        return new User("system:anonymous", "", List.of("system:unauthenticated"));
    }

    /** The same user with a uid. */
    public User withUid(String identifier) {
        return new User(name, identifier, groups);
    }

    boolean isMaster() {
        return groups.contains(MASTERS);
    }

    boolean isAuthenticated() {
        return groups.contains(AUTHENTICATED);
    }
}
