/**
 * A Release Service in memory for tests. It behaves like the operator, in virtual time.
 *
 * <pre>{@code
 * try (FakeReleaseService konflux = FakeReleaseService.start(resources)) {
 *     Release done = konflux.release(snapshot, plan).await();
 *     System.out.println(konflux.timeline(done).toText());
 * }
 * }</pre>
 */
@NullMarked
package dev.konflux.release.testkit;

import org.jspecify.annotations.NullMarked;
