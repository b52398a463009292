package dev.konflux.release.testkit.operator;

import dev.konflux.release.testkit.store.ObjectKey;

/** One object that one of the three controllers is to look at. */
record Request(Controller controller, String namespace, String name) {

    /** The operator's controllers, named as its logs name them. */
    enum Controller {
        RELEASE("release", "Release"),
        RELEASE_PLAN("releaseplan", "ReleasePlan"),
        RELEASE_PLAN_ADMISSION("releaseplanadmission", "ReleasePlanAdmission");

        private final String label;
        private final String kind;

        Controller(String label, String kind) {
            this.label = label;
            this.kind = kind;
        }

        String label() {
            return label;
        }
    }

    static Request of(Controller controller, ObjectKey key) {
        return new Request(controller, key.namespace(), key.name());
    }

    /** The object a reference {@code namespace/name} means. */
    static Request to(Controller controller, String reference) {
        return of(controller, ObjectKey.parse(controller.kind, reference));
    }

    ObjectKey key() {
        return new ObjectKey(controller.kind, namespace, name);
    }

    String reference() {
        return namespace + "/" + name;
    }
}
