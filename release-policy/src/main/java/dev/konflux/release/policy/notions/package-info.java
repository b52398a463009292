/** What the rules talk about: attestations, tasks and whether they are trusted, SBOMs, rule data. All worked out once an evaluation. */
@NullMarked
package dev.konflux.release.policy.notions;

import org.jspecify.annotations.NullMarked;
