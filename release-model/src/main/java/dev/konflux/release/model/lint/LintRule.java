package dev.konflux.release.model.lint;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Severity;
import java.util.stream.Stream;

/** One question asked of resources. */
public interface LintRule {

    /** The stable id, {@code pipeline.tenant-uses-managed} for instance. All findings of the rule carry it. */
    String id();

    /** How bad its findings are, unless somebody decides otherwise. */
    Severity severity();

    /** What it finds, in one line. */
    String summary();

    /** The findings, in the order of the resources. */
    Stream<Finding> check(LintView view);
}
