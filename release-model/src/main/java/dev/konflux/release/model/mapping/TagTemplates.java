package dev.konflux.release.model.mapping;

import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expands the tag templates of one component. */
final class TagTemplates {

    /** White space as Python understands it. */
    private static final String SPACE = "[\\s\\x1c-\\x1f\\x85\\p{Z}]*";

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{" + SPACE + "([A-Za-z0-9_.-]+)" + SPACE + "\\}\\}");
    private static final Pattern INCREMENTER = placeholder("incrementer");
    private static final Pattern COMPONENT_INCREMENTER = placeholder("component-incrementer");

    /** A label's text may name the label again; the real task never comes to an end then. */
    private static final int MOST_EXPANSIONS = 1_000;

    private static final int LONGEST_TAG = 100_000;

    private final TagVariables variables;
    private final Increments increments;

    TagTemplates(TagVariables variables, Increments increments) {
        this.variables = variables;
        this.increments = increments;
    }

    private static Pattern placeholder(String name) {
        return Pattern.compile("\\{\\{" + SPACE + name + SPACE + "\\}\\}");
    }

    /** The same variables and counts, for texts that belong to no repository: counts over the component find nothing. */
    TagTemplates withoutRepositories() {
        return new TagTemplates(variables, increments.withoutRepositories());
    }

    /**
     * The tag a template means in a repository. References are replaced one after the other from the left; what a replacement brings is
     * looked at again.
     *
     * @throws ReleaseDataException when a variable is unknown or empty, or the result is no tag
     */
    String expand(String template, String repository) {
        String tag = template;
        for (int i = 0; i < MOST_EXPANSIONS && tag.length() < LONGEST_TAG; i++) {
            Matcher reference = REFERENCE.matcher(tag);
            if (!tag.contains("{{") || !reference.find()) {
                return requireTag(tag);
            }
            tag = expanded(tag, reference, repository);
        }
        throw new ReleaseDataException("the expansion of the tag " + template + " does not come to an end");
    }

    private String expanded(String tag, Matcher reference, String repository) {
        String name = reference.group(1);
        return switch (name) {
            case "incrementer" -> counted(tag, INCREMENTER, prefix -> increments.next(prefix, repository));
            case "component-incrementer" -> counted(tag, COMPONENT_INCREMENTER, increments::nextOfComponent);
            default -> tag.substring(0, reference.start()) + variables.value(name) + tag.substring(reference.end());
        };
    }

    /** Everything around the placeholder is the prefix, be it behind it; and the result has to be a tag at once. */
    private static String counted(String tag, Pattern placeholder, ToIntFunction<String> next) {
        String prefix = placeholder.matcher(tag).replaceAll("");
        int number = next.applyAsInt(prefix);
        return requireTag(placeholder.matcher(tag).replaceAll(Integer.toString(number)));
    }

    private static String requireTag(String tag) {
        if (tag.isEmpty() || !tag.chars().allMatch(TagTemplates::isTagCharacter)) {
            throw new ReleaseDataException("Invalid tag format: " + tag);
        }
        return tag;
    }

    private static boolean isTagCharacter(int c) {
        boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return isLetter || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    }
}
