package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import dev.konflux.release.testkit.kube.access.Access;
import dev.konflux.release.testkit.kube.access.Attempt;
import dev.konflux.release.testkit.kube.access.User;
import dev.konflux.release.testkit.kube.access.Users;
import dev.konflux.release.testkit.store.ObjectStore;

/** Finds out who asks, and lets through who may. */
final class Gate {

    private final Users users;
    private final Access access;
    private final ObjectStore store;

    Gate(Users users, Access access, ObjectStore store) {
        this.users = users;
        this.access = access;
        this.store = store;
    }

    Access access() {
        return access;
    }

    /** Who is to be taken for the sender of a request that he may send. */
    User pass(KubernetesRequest request) {
        User sender = users.find(request.header("authorization"))
                .orElseThrow(() -> Refusal.of(401, "Unauthorized", "Unauthorized"));
        User user = impersonated(request, sender);
        check(user, Attempts.of(request));
        return user;
    }

    /** Whoever may do so acts as somebody else. */
    private User impersonated(KubernetesRequest request, User sender) {
        String name = request.header("impersonate-user");
        if (name.isEmpty()) {
            return sender;
        }
        check(sender, Attempt.at("impersonate", "", "users", "", name));
        String[] groups = Splitter.on(',')
                .trimResults()
                .omitEmptyStrings()
                .splitToStream(request.header("impersonate-group"))
                .toArray(String[]::new);
        for (String group : groups) {
            check(sender, Attempt.at("impersonate", "", "groups", "", group));
        }
        return User.named(name, groups);
    }

    private void check(User user, Attempt attempt) {
        if (!access.judge(user, attempt, store).isAllowed()) {
            throw Refusal.forbidden(user, attempt);
        }
    }
}
