package dev.konflux.release.testkit.pipelines;

import com.google.common.base.Ascii;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;

/** Makes repositories public whose components, or else the mapping's defaults, say {@code public}. */
final class RepositoryVisibility {

    private static final String PUBLIC = "public";

    private RepositoryVisibility() {}

    static boolean isPublicByDefault(Data mapping) {
        return mapping.find("defaults", PUBLIC)
                .filter(RepositoryVisibility::isTrue)
                .isPresent();
    }

    static boolean isPublic(Data component, Data mapping) {
        return component.find(PUBLIC).map(RepositoryVisibility::isTrue).orElseGet(() -> isPublicByDefault(mapping));
    }

    /** The service compares texts, so that {@code "true"} counts as well. */
    private static boolean isTrue(Data value) {
        return Ascii.equalsIgnoreCase(value.asText().orElseGet(value::toString), "true");
    }

    /** Asks Quay for each repository, with a token that is good for one registry only. */
    static Archive makePublic(TaskDesk desk) {
        requireToken(desk);
        Data mapping = desk.data().find("mapping").orElse(DataObject.empty());
        String registry = "";
        for (DataObject component : desk.components()) {
            for (Data repository : component.items("repositories")) {
                if (isPublic(component, mapping)) {
                    registry = makePublic(repository.findText("url").orElse(""), registry, desk);
                }
            }
        }
        return desk.archive();
    }

    /** Makes one repository public and answers with the registry the token was used for. */
    private static String makePublic(String repository, String used, TaskDesk desk) {
        String registry = repository.substring(0, Math.max(repository.indexOf('/'), 0));
        if (!desk.world().isQuay(registry)) {
            desk.log(repository + " stays as it is: " + registry + " is no Quay");
            return used;
        }
        if (!used.isEmpty() && !used.equals(registry)) {
            throw new TaskFailure("there are repositories of " + used + " and of " + registry
                    + ", but mapping.registrySecret has the token of one registry only");
        }
        desk.world().makePublic(repository);
        desk.log(repository + " is public");
        return registry;
    }

    private static void requireToken(TaskDesk desk) {
        String name =
                desk.resultOf("collect-registry-token-secret", "registrySecret").orElse("");
        boolean hasToken = desk.input()
                .findSecret(name)
                .flatMap(secret -> secret.text("token"))
                .isPresent();
        if (!hasToken) {
            throw new TaskFailure("there is no Secret " + name + " with the key token in namespace "
                    + desk.input().namespace());
        }
    }
}
