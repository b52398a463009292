package dev.konflux.release.collectors;

import dev.konflux.release.model.data.Data;
import java.time.Duration;
import java.util.function.Function;

/**
 * An item of a run, ready to be called.
 *
 * @param name the item's name
 * @param timeLimit how long it may take; zero means no limit
 * @param call collects, asking the cancellation now and then
 */
record ItemTask(String name, Duration timeLimit, Function<Cancellation, Data> call) {}
