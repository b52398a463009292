package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;

/** Python's {@code str.format}. */
public final class BraceFormat {

    private static final int MOST_LEVELS = 2;

    private final CharSequence model;
    private final Args args;
    private final Object named;
    private final Interpreter runtime;
    private int next;
    private boolean numbered;

    private BraceFormat(CharSequence model, Args args, Object named, Interpreter runtime) {
        this.model = model;
        this.args = args;
        this.named = named;
        this.runtime = runtime;
    }

    /** The format filled with arguments; a safe format escapes them. */
    public static String format(CharSequence format, Args args, Interpreter runtime) {
        return format(format, args, args.keywordDict(), runtime);
    }

    /** The format filled with arguments and a mapping of named ones. */
    public static String format(CharSequence format, Args args, Object named, Interpreter runtime) {
        return new BraceFormat(format, args, named, runtime).fill(format.toString(), MOST_LEVELS);
    }

    private String fill(String format, int levels) {
        if (levels < 0) {
            throw Fault.value("Max string recursion exceeded");
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            boolean doubled = at + 1 < format.length() && format.charAt(at + 1) == c;
            if (c != '{' && c != '}') {
                out.append(c);
                at++;
            } else if (doubled) {
                out.append(c);
                at += 2;
            } else if (c == '}') {
                throw Fault.value("Single '}' encountered in format string");
            } else {
                int end = end(format, at + 1);
                out.append(field(format.substring(at + 1, end), levels));
                at = end + 1;
            }
            runtime.budget().grown(out.length());
        }
        runtime.budget().text(out.length());
        return out.toString();
    }

    private static int end(String format, int from) {
        int depth = 1;
        for (int i = from; i < format.length(); i++) {
            char c = format.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw Fault.value(
                from == format.length()
                        ? "Single '{' encountered in format string"
                        : "expected '}' before end of string");
    }

    private String field(String field, int levels) {
        runtime.budget().step();
        int nameEnd = 0;
        boolean inBrackets = false;
        while (nameEnd < field.length()) {
            char c = field.charAt(nameEnd);
            if (c == '{') {
                throw Fault.value("unexpected '{' in field name");
            }
            if (!inBrackets && (c == '!' || c == ':')) {
                break;
            }
            inBrackets = c == '[' || (inBrackets && c != ']');
            nameEnd++;
        }
        int at = nameEnd;
        boolean converts = at < field.length() && field.charAt(at) == '!';
        if (converts) {
            checkConversion(field, at);
        }
        Object value = value(field.substring(0, nameEnd));
        if (converts) {
            value = converted(value, field, at);
            at += 2;
        }
        String spec = at < field.length() ? fill(field.substring(at + 1), levels - 1) : "";
        return shown(value, spec);
    }

    private String shown(Object value, String spec) {
        if (!(model instanceof Markup)) {
            return ValueFormat.of(value, spec, runtime);
        }
        if (value instanceof Markup markup) {
            if (!spec.isEmpty()) {
                throw Fault.value(
                        "Format specifier '" + spec
                                + "' given, but <class 'markupsafe.Markup'> does not define __html_format__. A class that defines __html__ must define __html_format__ to work with format specifiers.");
            }
            return markup.text();
        }
        return Markup.escape(ValueFormat.of(value, spec, runtime));
    }

    private static void checkConversion(String field, int at) {
        if (at + 1 >= field.length() || (at + 2 < field.length() && field.charAt(at + 2) != ':')) {
            throw Fault.value(
                    at + 1 >= field.length()
                            ? "end of string while looking for conversion specifier"
                            : "expected ':' after conversion specifier");
        }
    }

    private static Object converted(Object value, String field, int at) {
        return switch (field.charAt(at + 1)) {
            case 's' -> Strings.of(value);
            case 'r' -> Printer.reprOf(value);
            case 'a' -> PercentFormat.ascii(Printer.reprOf(value));
            default -> throw Fault.value("Unknown conversion specifier " + field.charAt(at + 1));
        };
    }

    private Object value(String name) {
        int first = 0;
        while (first < name.length() && name.charAt(first) != '.' && name.charAt(first) != '[') {
            first++;
        }
        Object value = argument(name.substring(0, first));
        int at = first;
        while (at < name.length()) {
            boolean attribute = name.charAt(at) == '.';
            int end = attribute ? attributeEnd(name, at + 1) : name.indexOf(']', at);
            if (end < 0) {
                throw Fault.value("Missing ']' in format string");
            }
            String key = name.substring(at + 1, end);
            if (key.isEmpty()) {
                throw Fault.value("Empty attribute in format string");
            }
            value = attribute ? attribute(value, key) : item(value, key);
            at = attribute ? end : end + 1;
        }
        return value;
    }

    private static int attributeEnd(String name, int from) {
        int end = from;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private Object argument(String name) {
        if (!name.isEmpty() && !name.chars().allMatch(Character::isDigit)) {
            return Subscript.of(named, name, runtime);
        }
        boolean automatic = name.isEmpty();
        if (automatic ? numbered : next > 0) {
            throw Fault.value(
                    automatic
                            ? "cannot switch from manual field specification to automatic field numbering"
                            : "cannot switch from automatic field numbering to manual field specification");
        }
        numbered |= !automatic;
        int index = automatic ? next++ : name.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(name);
        if (index >= args.count()) {
            boolean inPython = runtime.isSandboxed() || model instanceof Markup;
            throw new Fault(
                    FaultKind.INDEX,
                    inPython
                            ? "tuple index out of range"
                            : "Replacement index " + index + " out of range for positional args tuple");
        }
        return args.at(index);
    }

    private Object attribute(Object value, String key) {
        if (runtime.isSandboxed()) {
            return runtime.attribute(value, key);
        }
        Object found = Attributes.find(value, key, runtime);
        if (found == null && key.startsWith("__")) {
            Object internal = runtime.attribute(value, key);
            found = internal instanceof Undefined ? null : internal;
        }
        if (found == null) {
            throw new Fault(FaultKind.ATTRIBUTE, "'" + Types.name(value) + "' object has no attribute '" + key + "'");
        }
        return found;
    }

    private Object item(Object value, String key) {
        boolean number = key.length() < 10 && key.chars().allMatch(Character::isDigit);
        Object index = number ? (Object) Long.parseLong(key) : key;
        if (runtime.isSandboxed()) {
            return runtime.item(value, index);
        }
        return Subscript.of(value, index, runtime);
    }
}
