package dev.konflux.release.model.admission;

import com.google.errorprone.annotations.Immutable;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules over several fields that the schemas carry. They are few, so each is written out. */
enum Rule {
    ONE_APPLICATION(
            "exactly one of application or componentGroup must be specified",
            (self, old) -> has(self, "application") != has(self, "componentGroup")),
    ONE_APPLICATIONS_LIST(
            "exactly one of applications or componentGroups must be specified",
            (self, old) -> has(self, "applications") != has(self, "componentGroups")),
    ONE_IMAGE_REFERENCE(
            "only one of imageUrl, imageDigest, imageRef, or componentNames may be set",
            (self, old) -> count(self, "imageUrl", "imageDigest", "imageRef", "componentNames") <= 1),
    NO_SELF_NUDGE(
            "self-nudge not allowed: from and to must be different",
            (self, old) -> self.items("nudges").stream()
                    .noneMatch(nudge -> nudge.find("from").equals(nudge.find("to")))),
    DISTINCT_NUDGES("duplicate (from, to) pair not allowed", (self, old) -> pairsAreDistinct(self.items("nudges"))),
    NUDGE_CONFIG_NAME(
            "NudgeConfig must be named 'nudge-config' (singleton per namespace)",
            (self, old) -> self.findText("metadata", "name").equals(Optional.of("nudge-config"))),
    HTTPS(
            "git repository URL can't be empty and must use https",
            (self, old) ->
                    self.asText().filter(url -> url.startsWith("https://")).isPresent()),
    UNCHANGED("git repository URL cannot be changed", (self, old) -> old == null || self.equals(old));

    private final String message;
    private final Demand demand;

    Rule(String message, Demand demand) {
        this.message = message;
        this.demand = demand;
    }

    static Rule named(String name) {
        return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    String message() {
        return message;
    }

    /** Whether the value holds to the rule; rules about change look at the old value, which is null on creation. */
    boolean isKept(Data self, @Nullable Data old) {
        return demand.isMet(self, old);
    }

    /** What a rule looks at. */
    @Immutable
    private interface Demand {
        boolean isMet(Data self, @Nullable Data old);
    }

    private static boolean has(Data self, String name) {
        return self instanceof DataObject object && object.has(name);
    }

    private static int count(Data self, String... names) {
        int found = 0;
        for (String name : names) {
            found += has(self, name) ? 1 : 0;
        }
        return found;
    }

    private static boolean pairsAreDistinct(List<Data> nudges) {
        Set<DataArray> pairs = new HashSet<>();
        for (Data nudge : nudges) {
            Data from = nudge.find("from").orElse(Data.nothing());
            Data to = nudge.find("to").orElse(Data.nothing());
            if (!pairs.add(DataArray.of(from, to))) {
                return false;
            }
        }
        return true;
    }
}
