package dev.konflux.release.conformance;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Draws parts of templates. */
final class Choice {

    private final RandomGenerator random;

    Choice(RandomGenerator random) {
        this.random = random;
    }

    /** One of the texts. */
    String of(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** What one of the makers makes. */
    @SafeVarargs
    final String from(Supplier<String>... makers) {
        return makers[random.nextInt(makers.length)].get();
    }

    /** A number below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True in so many of a hundred cases. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** So many parts, at least and at most, with a separator. */
    String several(int least, int most, String separator, Supplier<String> part) {
        int count = least + random.nextInt(most - least + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : separator).append(part.get());
        }
        return text.toString();
    }
}
