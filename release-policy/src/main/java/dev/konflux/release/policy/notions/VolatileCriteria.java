package dev.konflux.release.policy.notions;

import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The criteria of the policy that are limited in time, as far as they apply to the input. */
public final class VolatileCriteria {

    private static final long NANOS_A_DAY = 86_400_000_000_000L;

    private final Scene scene;

    public VolatileCriteria(Scene scene) {
        this.scene = scene;
    }

    /** Where a criterion stands in time. */
    public enum State {
        INVALID,
        PENDING,
        EXPIRED,
        EXPIRING,
        ENDLESS
    }

    /**
     * A criterion.
     *
     * @param list {@code include} or {@code exclude}
     * @param document what the policy says of it
     */
    public record Criterion(Value list, Value document) {

        /** What is included or excluded. */
        public Value value() {
            return document.get("value");
        }

        /** When it begins, or the empty text. */
        public Value effectiveOn() {
            return document.getOrEmpty("effectiveOn");
        }

        /** When it ends, or the empty text. */
        public Value effectiveUntil() {
            return document.getOrEmpty("effectiveUntil");
        }
    }

    /** The criteria that apply and are in that state. */
    public List<Criterion> inState(State state) {
        List<Criterion> criteria = new ArrayList<>();
        for (Value source : scene.input().get("policy_spec", "sources").each()) {
            for (String list : List.of("include", "exclude")) {
                for (Value document : source.get("volatileConfig", list).each()) {
                    Criterion criterion = new Criterion(Value.of(list), document);
                    if (applies(document) && is(criterion, state)) {
                        criteria.add(criterion);
                    }
                }
            }
        }
        return criteria;
    }

    /** The constraints are alternatives: one that fits is enough, as is having none. */
    private boolean applies(Value document) {
        Value names = document.get("componentNames");
        boolean isBound = !document.getOrEmpty("imageRef").is("")
                || !document.getOrEmpty("imageUrl").is("")
                || !document.getOrEmpty("imageDigest").is("")
                || (names.isDefined() && !names.isEmpty());
        Value component = scene.input().getOrEmpty("component_name");
        return !isBound
                || isDigest(document.get("imageRef"))
                || isDigest(document.get("imageDigest"))
                || isRepository(document.get("imageUrl"))
                || component.in(names);
    }

    private boolean isDigest(Value wanted) {
        List<Value> parts = scene.image().split("@");
        return wanted.isFilled() && wanted.same(parts.size() == 2 ? parts.get(1) : Value.of(""));
    }

    /** A registry with a port never matches, because everything after the first colon is taken for a tag. */
    private boolean isRepository(Value wanted) {
        String url = wanted.text().orElse("");
        String reference = scene.image().text().orElse("");
        String repository = reference.split("[@:]", 2)[0];
        return !url.isEmpty() && (repository.equals(url) || repository.startsWith(url + "/"));
    }

    private boolean is(Criterion criterion, State state) {
        Value on = Instants.parse(criterion.effectiveOn());
        Value until = Instants.parse(criterion.effectiveUntil());
        boolean hasBegun = criterion.effectiveOn().is("") || (on.isDefined() && on.compareTo(scene.now()) <= 0);
        return switch (state) {
            case INVALID -> isInvalid(criterion.effectiveOn()) || isInvalid(criterion.effectiveUntil());
            case PENDING ->
                on.isAfter(scene.now()) && (criterion.effectiveUntil().is("") || until.isDefined());
            case EXPIRED -> until.isDefined() && until.compareTo(scene.now()) < 0 && hasBegun;
            case EXPIRING ->
                until.compareTo(scene.now()) >= 0
                        && daysLeft(criterion).compareTo(scene.ruleData("volatile_config_warning_threshold_days")) <= 0
                        && hasBegun;
            case ENDLESS -> criterion.effectiveUntil().is("") && hasBegun;
        };
    }

    private static boolean isInvalid(Value date) {
        return date.isDefined() && !date.is("") && !Instants.parse(date).isDefined();
    }

    /** Whole days until the end, rounded down. */
    public Value daysLeft(Criterion criterion) {
        Optional<Long> until = nanos(Instants.parse(criterion.effectiveUntil()));
        Optional<Long> now = nanos(scene.now());
        return until.isPresent() && now.isPresent()
                ? Value.of(Math.floorDiv(until.get() - now.get(), NANOS_A_DAY))
                : Value.UNDEFINED;
    }

    private static Optional<Long> nanos(Value time) {
        return time.number().filter(n -> n.asLong().isPresent()).map(VolatileCriteria::nanos);
    }

    private static long nanos(DataNumber number) {
        return number.asLong().orElseThrow();
    }
}
