package dev.konflux.release.testkit.kube;

import java.util.function.Supplier;

/** Lets requests happen one at a time, in the order of whoever else changes the same store. */
@FunctionalInterface
public interface Turns {

    /** What the request answers once it was its turn. */
    KubernetesResponse take(Supplier<KubernetesResponse> request);
}
