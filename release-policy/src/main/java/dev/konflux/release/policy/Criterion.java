package dev.konflux.release.policy;

/**
 * One include or exclude of a policy.
 *
 * @param text what it selects: {@code package}, {@code package.rule}, either with {@code :term}, {@code @collection} or {@code *}
 * @param binding what it is bound to: nothing, images or a component
 * @param boundTo the repository, digest or component name; empty when bound to nothing
 */
public record Criterion(String text, Binding binding, String boundTo) {

    /** What a criterion can be bound to. */
    public enum Binding {
        /** It applies to everything. */
        NONE,
        /** It applies to one repository or digest. */
        IMAGE,
        /** It applies to one component. */
        COMPONENT
    }

    /** A criterion for everything. */
    public static Criterion of(String text) {
        return new Criterion(text, Binding.NONE, "");
    }

    /** How specific the criterion is: what it adds to a rule's score where it matches. */
    public int score() {
        return scoreOf(text);
    }

    static int scoreOf(String text) {
        if (text.startsWith("@")) {
            return 10;
        }
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        boolean hasTerm = colon >= 0 && colon + 1 < text.length();
        return scoreOfName(name) + (hasTerm ? 100 : 0);
    }

    private static int scoreOfName(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return name.equals("*") ? 1 : 10;
        }
        String packageName = name.substring(0, dot);
        String rule = name.substring(dot + 1);
        int levels = 1 + (int) packageName.chars().filter(c -> c == '.').count();
        int packageScore = packageName.equals("*") ? 1 : 10 * levels;
        return packageScore + (rule.isEmpty() || rule.equals("*") ? 0 : 100);
    }
}
