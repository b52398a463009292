package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import java.util.List;

/** Package {@code quay_expiration}: what is released does not expire. */
final class QuayExpirationRules {

    private QuayExpirationRules() {}

    static List<Rule> rules() {
        return List.of(Rule.deny("quay_expiration.expires_label")
                .title("The image does not expire")
                .message("The label 'quay.expires-after' is not allowed in the released image")
                .collections("redhat")
                .intention("release production staging")
                .finds(QuayExpirationRules::expires));
    }

    private static void expires(Scene scene, Findings found) {
        if (scene.input().get("image", "config", "Labels", "quay.expires-after").isDefined()) {
            found.add();
        }
    }
}
