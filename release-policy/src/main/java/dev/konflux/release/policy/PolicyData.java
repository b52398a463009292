package dev.konflux.release.policy;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.PolicySource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.math.BigInteger;
import java.time.Instant;

/** The data document that rules of one source group see. */
final class PolicyData {

    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    private PolicyData() {}

    /** The group's data, its own rule data beside it, the time and how signatures are to be checked. */
    static DataObject document(
            DataObject data, PolicySource source, EnterpriseContractPolicy policy, Instant effectiveTime) {
        DataObject timed = data.withPath(nanos(effectiveTime), "config", "policy", "when_ns");
        DataObject signing = timed.find("config", "default_sigstore_opts").isPresent()
                ? timed
                : timed.withPath(signingOptions(policy), "config", "default_sigstore_opts");
        return source.data().has("ruleData") ? signing.with("rule_data__configuration__", source.ruleData()) : signing;
    }

    private static Data nanos(Instant time) {
        return Data.of(
                BigInteger.valueOf(time.getEpochSecond()).multiply(NANOS).add(BigInteger.valueOf(time.getNano())));
    }

    private static DataObject signingOptions(EnterpriseContractPolicy policy) {
        DataObject spec = policy.spec();
        return DataObject.builder()
                .put(
                        "certificate_identity",
                        spec.findText("identity", "subject").orElse(""))
                .put(
                        "certificate_identity_regexp",
                        spec.findText("identity", "subjectRegExp").orElse(""))
                .put(
                        "certificate_oidc_issuer",
                        spec.findText("identity", "issuer").orElse(""))
                .put(
                        "certificate_oidc_issuer_regexp",
                        spec.findText("identity", "issuerRegExp").orElse(""))
                .put("ignore_rekor", false)
                .put("public_key", policy.publicKey().orElse(""))
                .put("rekor_url", policy.rekorUrl().orElse(""))
                .build();
    }
}
