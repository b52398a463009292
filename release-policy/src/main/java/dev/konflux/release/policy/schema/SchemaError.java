package dev.konflux.release.policy.schema;

/**
 * Something a schema forbids.
 *
 * @param path where, dotted; {@code (Root)} for the value itself
 * @param description what is wrong there
 */
public record SchemaError(String path, String description) {

    /** {@code path: description}. */
    public String message() {
        return path + ": " + description;
    }

    /** Whether the schema merely does not know a member. */
    public boolean isUnknownMember() {
        return description.startsWith("Additional property");
    }
}
