package dev.konflux.release.testkit.autorelease;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;

/** The Release that the integration service creates for a Snapshot and a plan; its status comes with a second request. */
final class AutomatedRelease {

    private static final String SHA = "pac.test.appstudio.openshift.io/sha";
    private static final String SPAN_CONTEXT = "tekton.dev/pipelinerunSpanContext";
    private static final int SHORT_HASH = 7;

    private AutomatedRelease() {}

    static DataObject of(Snapshot snapshot, ReleasePlan plan) {
        DataObject.Builder metadata = DataObject.builder()
                .put("generateName", generateName(snapshot))
                .put("namespace", snapshot.namespace())
                .put("labels", DataObject.of(MetadataKeys.AUTOMATED, Data.of("true")));
        snapshot.findAnnotation(SPAN_CONTEXT)
                .filter(context -> !context.isEmpty())
                .ifPresent(context -> metadata.put("annotations", DataObject.of(SPAN_CONTEXT, Data.of(context))));
        return DataObject.builder()
                .put("apiVersion", "appstudio.redhat.com/v1alpha1")
                .put("kind", "Release")
                .put("metadata", metadata.build())
                .put("spec", DataObject.of("snapshot", Data.of(snapshot.name()), "releasePlan", Data.of(plan.name())))
                .build();
    }

    // The service cuts bytes, not characters.
    private static String generateName(Snapshot snapshot) {
        byte[] hash = snapshot.findAnnotation(SHA).orElse("").getBytes(UTF_8);
        String start = new String(hash, 0, Math.min(hash.length, SHORT_HASH), UTF_8);
        return snapshot.name() + "-" + (start.isEmpty() ? "" : start + "-");
    }
}
