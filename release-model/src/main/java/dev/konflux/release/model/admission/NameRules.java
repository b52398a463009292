package dev.konflux.release.model.admission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The cluster's rules for names, label keys and label values, with its words. */
final class NameRules {

    private static final int LONGEST_SUBDOMAIN = 253;
    private static final int LONGEST_LABEL = 63;
    private static final String SUBDOMAIN = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
            + " characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
            + " used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private static final String DNS_LABEL =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters"
                    + " or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used"
                    + " for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final String LABEL_VALUE =
            "a valid label must be an empty string or consist of alphanumeric characters,"
                    + " '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',"
                    + "  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
    private static final String QUALIFIED_NAME =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start"
                    + " and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
                    + " validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private static final String QUALIFIED_FORM =
            "a valid label key must consist of alphanumeric characters, '-', '_' or '.',"
                    + " and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc',"
                    + " regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain"
                    + " prefix and '/' (e.g. 'example.com/MyName')";

    private NameRules() {}

    /** What is wrong with an object's name. */
    static List<String> subdomain(String name) {
        return subdomain(name, "characters");
    }

    /** The cluster has two words for the unit of the same length. */
    private static List<String> subdomain(String name, String unit) {
        List<String> faults = new ArrayList<>();
        if (bytes(name) > LONGEST_SUBDOMAIN) {
            faults.add("must be no more than " + LONGEST_SUBDOMAIN + " " + unit);
        }
        if (!isSubdomain(name)) {
            faults.add(SUBDOMAIN);
        }
        return faults;
    }

    /** What is wrong with a namespace's name. */
    static List<String> dnsLabel(String name) {
        List<String> faults = new ArrayList<>();
        if (bytes(name) > LONGEST_LABEL) {
            faults.add("must be no more than " + LONGEST_LABEL + " characters");
        }
        if (!isDnsLabel(name)) {
            faults.add(isSubdomain(name) ? "must not contain dots" : DNS_LABEL);
        }
        return faults;
    }

    /** What is wrong with a label's value. */
    static List<String> labelValue(String value) {
        List<String> faults = new ArrayList<>();
        if (bytes(value) > LONGEST_LABEL) {
            faults.add("must be no more than " + LONGEST_LABEL + " bytes");
        }
        if (!value.isEmpty() && !isName(value)) {
            faults.add(LABEL_VALUE);
        }
        return faults;
    }

    /** What is wrong with the key of a label or an annotation, or with a finalizer. */
    static List<String> qualifiedName(String key) {
        String[] parts = key.split("/", -1);
        if (parts.length > 2) {
            return List.of(QUALIFIED_FORM);
        }
        List<String> faults = new ArrayList<>();
        if (parts.length == 2) {
            if (parts[0].isEmpty()) {
                faults.add("prefix part must be non-empty");
            } else {
                subdomain(parts[0], "bytes").forEach(fault -> faults.add("prefix part " + fault));
            }
        }
        String name = parts[parts.length - 1];
        if (name.isEmpty()) {
            faults.add("name part must be non-empty");
        } else if (bytes(name) > LONGEST_LABEL) {
            faults.add("name part must be no more than " + LONGEST_LABEL + " bytes");
        }
        if (!isName(name)) {
            faults.add("name part " + QUALIFIED_NAME);
        }
        return faults;
    }

    /** An annotation's key may be written in any case. */
    static List<String> annotationKey(String key) {
        return qualifiedName(key.toLowerCase(Locale.ROOT));
    }

    private static boolean isSubdomain(String name) {
        for (String part : name.split("\\.", -1)) {
            if (!isDnsLabel(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDnsLabel(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLowerOrDigit(c) && c != '-') {
                return false;
            }
        }
        return !name.isEmpty() && name.charAt(0) != '-' && name.charAt(name.length() - 1) != '-';
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return !name.isEmpty() && isAlphanumeric(name.charAt(0)) && isAlphanumeric(name.charAt(name.length() - 1));
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isAlphanumeric(char c) {
        return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
    }

    /** Length in UTF-8, which is what the cluster counts. */
    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
