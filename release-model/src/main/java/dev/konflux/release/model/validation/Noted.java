package dev.konflux.release.model.validation;

/**
 * What the checks write down in the status on their way, also when a later one fails.
 *
 * @param target namespace in which the managed pipeline runs; empty text when the plan was not found
 * @param author user the release is attributed to; empty text before the check of the author
 * @param standing whether the plan's author stands for it
 */
public record Noted(String target, String author, boolean standing) {

    static final Noted NOTHING = new Noted("", "", false);

    Noted withTarget(String namespace) {
        return new Noted(namespace, author, standing);
    }

    Noted attributedTo(String user, boolean stands) {
        return new Noted(target, user, stands);
    }
}
