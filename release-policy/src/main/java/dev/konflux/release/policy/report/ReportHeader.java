package dev.konflux.release.policy.report;

import dev.konflux.release.model.EnterpriseContractPolicy;
import java.time.Instant;

/**
 * What every report says beside the verdicts.
 *
 * @param policy the policy that was applied
 * @param version what calls itself the judge, upstream's {@code ec-version}
 * @param effectiveTime the time that was judged for
 * @param created when the report was made
 */
public record ReportHeader(EnterpriseContractPolicy policy, String version, Instant effectiveTime, Instant created) {}
