package dev.konflux.release.jqwik;

import dev.konflux.release.testkit.Samples;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Gives {@link Samples} to properties:
 *
 * <pre>{@code
 * @Property
 * void everyTeamCanRelease(@ForAll Samples samples) { ... }
 * }</pre>
 *
 * <p>A sample belongs to a number, so a property that fails is repeated with the same one.
 */
public final class SamplesProvider implements ArbitraryProvider {

    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return targetType.isOfType(Samples.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
        return Set.of(Arbitraries.longs().map(Samples::of));
    }
}
