package dev.konflux.release.model.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The next numbers of a component's counted tags. */
final class Increments {

    /** More digits are no number but the beginning of a commit's name. */
    private static final int MOST_DIGITS = 6;

    private final ImageRegistry registry;
    private final List<String> repositories;
    private final Map<String, Integer> ofComponent;

    private Increments(ImageRegistry registry, List<String> repositories, Map<String, Integer> ofComponent) {
        this.registry = registry;
        this.repositories = repositories;
        this.ofComponent = ofComponent;
    }

    /**
     * Counts for one component.
     *
     * @param repositories all its repositories, as the mapping names them
     */
    static Increments over(ImageRegistry registry, List<String> repositories) {
        return new Increments(registry, repositories, new HashMap<>());
    }

    /** Counts over no repository at all. What is counted so is also what the component's repositories get afterwards. */
    Increments withoutRepositories() {
        return new Increments(registry, List.of(), ofComponent);
    }

    /** One more than the highest number behind the prefix in the repository; 1 when there is none. */
    int next(String prefix, String repository) {
        return highest(prefix, repository) + 1;
    }

    /** One more than the highest number behind the prefix in any of the component's repositories. */
    int nextOfComponent(String prefix) {
        Integer known = ofComponent.get(prefix);
        if (known != null) {
            return known;
        }
        int highest = 0;
        for (String repository : repositories) {
            highest = Math.max(highest, highest(prefix, repository));
        }
        ofComponent.put(prefix, highest + 1);
        return highest + 1;
    }

    private int highest(String prefix, String repository) {
        return registry.tags(repository).stream()
                .filter(tag -> tag.startsWith(prefix))
                .map(tag -> tag.substring(prefix.length()))
                .filter(Increments::isCount)
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    private static boolean isCount(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
