/** Verdicts in the forms in which upstream reports them. */
@NullMarked
package dev.konflux.release.policy.report;

import org.jspecify.annotations.NullMarked;
