package dev.konflux.release.policy.notions;

import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Statements attached to the image that trusted tasks made. Whatever fails a check on the way is left out without a word. */
public final class InTotoStatements {

    private static final String ARTIFACT_TYPE = "application/vnd.in-toto+json";
    private static final Set<String> STATEMENT_TYPES =
            Set.of("https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1");

    private final Scene scene;

    public InTotoStatements(Scene scene) {
        this.scene = scene;
    }

    /** The different statements of that predicate type. */
    public Set<Value> withPredicate(String type) {
        Set<Value> statements = new LinkedHashSet<>();
        for (Value referrer : scene.registry().referrers(scene.image())) {
            if (referrer.get("artifactType").is(ARTIFACT_TYPE) && hasTrustedProvenance(referrer)) {
                Value statement = scene.registry().parsedFirstLayer(referrer.get("ref"));
                boolean isStatement = statement
                        .get("_type")
                        .text()
                        .filter(STATEMENT_TYPES::contains)
                        .isPresent();
                if (isStatement && statement.get("predicateType").is(type)) {
                    statements.add(statement);
                }
            }
        }
        return statements;
    }

    /** Every digest of a subject as {@code algorithm:hex}. */
    public static List<Value> digests(Value subject) {
        return subject.get("digest").entries().stream()
                .filter(digest -> digest.key().isText() && digest.value().isText())
                .map(digest -> Value.of(digest.key().text().orElseThrow() + ":"
                        + digest.value().text().orElseThrow()))
                .toList();
    }

    private boolean hasTrustedProvenance(Value referrer) {
        Value verification = scene.registry().attestationVerification(referrer.get("ref"), scene.sigstoreOptions());
        return verification.get("success").equals(Value.of(true))
                && verification.get("attestations").each().stream()
                        .anyMatch(attestation ->
                                attests(attestation, referrer.get("digest")) && isOfTrustedTasks(attestation));
    }

    private static boolean attests(Value attestation, Value digest) {
        return attestation.get("statement", "subject").each().stream()
                .anyMatch(subject -> digest.isDefined() && digests(subject).contains(digest));
    }

    private boolean isOfTrustedTasks(Value attestation) {
        List<Task> tasks = new Provenance(attestation).tasks();
        Value manifests = scene.registry().manifests(Task.bundles(tasks));
        return !tasks.isEmpty()
                && manifests.isDefined()
                && scene.trust().untrusted(tasks, manifests).isEmpty();
    }
}
