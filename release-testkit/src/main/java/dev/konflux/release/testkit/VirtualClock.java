package dev.konflux.release.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a fake service. It stands still until it is moved; whatever falls due on the way happens, in order, at its own moment. */
public final class VirtualClock extends Clock {

    private final Engine engine;
    private final ZoneId zone;

    VirtualClock(Engine engine) {
        this(engine, ZoneOffset.UTC);
    }

    private VirtualClock(Engine engine, ZoneId zone) {
        this.engine = engine;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return engine.instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public VirtualClock withZone(ZoneId other) {
        return new VirtualClock(engine, other);
    }

    /** Lets some time pass. */
    public void advance(Duration time) {
        engine.advanceTo(engine.instant().plus(time));
    }

    /**
     * Lets time pass until a moment.
     *
     * @throws IllegalArgumentException when the moment is over
     */
    public void advanceTo(Instant moment) {
        engine.advanceTo(moment);
    }

    /**
     * Lets time pass until nothing is due any more.
     *
     * @throws UnsettledException when the operator repeats something that fails again and again
     */
    public void settle() {
        engine.settle();
    }
}
