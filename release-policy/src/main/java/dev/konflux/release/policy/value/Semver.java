package dev.konflux.release.policy.value;

import com.google.common.base.Splitter;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of three numbers with an optional pre-release. Build metadata is allowed and never counts. */
public record Semver(BigInteger major, BigInteger minor, BigInteger patch, String preRelease)
        implements Comparable<Semver> {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,18})(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?");

    /** The version that the text says; empty when it says none. */
    public static Optional<Semver> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String preRelease = parts.group(4);
        return Optional.of(new Semver(
                new BigInteger(parts.group(1)),
                new BigInteger(parts.group(2)),
                new BigInteger(parts.group(3)),
                preRelease == null ? "" : preRelease));
    }

    /** The version that the text says; empty when it is no text or says none. */
    public static Optional<Semver> parse(Value text) {
        return text.text().flatMap(Semver::parse);
    }

    @Override
    public int compareTo(Semver other) {
        int numbers = major.compareTo(other.major);
        numbers = numbers != 0 ? numbers : minor.compareTo(other.minor);
        numbers = numbers != 0 ? numbers : patch.compareTo(other.patch);
        return numbers != 0 ? numbers : comparePreRelease(preRelease, other.preRelease);
    }

    private static int comparePreRelease(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        List<String> x = Splitter.on('.').splitToList(a);
        List<String> y = Splitter.on('.').splitToList(b);
        for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
            int identifiers = compareIdentifier(x.get(i), y.get(i));
            if (identifiers != 0) {
                return identifiers;
            }
        }
        return Integer.compare(x.size(), y.size());
    }

    private static int compareIdentifier(String a, String b) {
        boolean number = isNumber(a);
        if (number && isNumber(b)) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        if (number != isNumber(b)) {
            return number ? -1 : 1;
        }
        return a.compareTo(b);
    }

    private static boolean isNumber(String identifier) {
        return !identifier.isEmpty() && identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
