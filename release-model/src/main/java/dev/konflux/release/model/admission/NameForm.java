package dev.konflux.release.model.admission;

import java.util.List;
import java.util.stream.Stream;

/** What the names of a kind may look like. */
public enum NameForm {
    /** Labels joined by dots: custom kinds and most built-in ones. */
    SUBDOMAIN,
    /** A single label: namespaces. */
    LABEL,
    /** Whatever can stand in a path: roles and their bindings. */
    PATH_SEGMENT;

    List<String> faults(String name) {
        return switch (this) {
            case SUBDOMAIN -> NameRules.subdomain(name);
            case LABEL -> NameRules.dnsLabel(name);
            case PATH_SEGMENT ->
                name.equals(".") || name.equals("..") ? List.of("may not be '" + name + "'") : ofSegment(name);
        };
    }

    /** What is wrong with the beginning of names; what follows is fine. */
    List<String> faultsOfPrefix(String prefix) {
        return this == PATH_SEGMENT ? ofSegment(prefix) : faults(withoutTrailingDash(prefix));
    }

    private static List<String> ofSegment(String name) {
        return Stream.of("/", "%")
                .filter(name::contains)
                .map(character -> "may not contain '" + character + "'")
                .toList();
    }

    private static String withoutTrailingDash(String prefix) {
        boolean dash = prefix.length() > 1 && prefix.endsWith("-");
        return dash ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
    }
}
