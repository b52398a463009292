package dev.konflux.release.examples.laws;

import dev.konflux.release.testkit.Samples;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Gives {@link Samples} to properties of jqwik, which finds it through {@code META-INF/services}. The testkit itself knows nothing of jqwik;
 * whoever uses both copies this class.
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
