package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.math.BigInteger;
import java.util.Locale;

/** Python's {@code format(value, spec)}. */
final class ValueFormat {

    private ValueFormat() {}

    static String of(Object value, String specification, Interpreter runtime) {
        if (specification.isEmpty()) {
            return runtime.text(value);
        }
        if (!Numbers.is(value) && !Strings.is(value)) {
            throw Fault.type("unsupported format string passed to " + Types.name(value) + ".__format__");
        }
        FormatSpec spec = FormatSpec.parse(specification, Types.name(value));
        runtime.budget().text(Math.max(0, spec.width()));
        if (value instanceof Boolean && spec.type() == FormatSpec.NONE) {
            return number(Numbers.small(value), spec);
        }
        if (Numbers.is(value)) {
            refuseGrouping(spec, spec.type());
            return number(value, spec);
        }
        refuseGrouping(spec, spec.type() == FormatSpec.NONE ? 's' : spec.type());
        return text(runtime.text(value), spec, Types.name(value));
    }

    /** Digits are grouped in decimal numbers only, by underscores also in those of other bases. */
    private static void refuseGrouping(FormatSpec spec, char type) {
        boolean allowed = type == FormatSpec.NONE
                || "deEfFgG%".indexOf(type) >= 0
                || (spec.grouping() == '_' && "boxX".indexOf(type) >= 0);
        if (spec.grouping() != FormatSpec.NONE && !allowed) {
            throw Fault.value("Cannot specify '" + spec.grouping() + "' with '" + type + "'.");
        }
    }

    private static String text(String value, FormatSpec spec, String typeName) {
        if (spec.type() != FormatSpec.NONE && spec.type() != 's') {
            throw unknown(spec.type(), typeName);
        }
        if (spec.sign() != FormatSpec.NONE) {
            String sign = spec.sign() == ' ' ? "Space" : "Sign";
            throw Fault.value(sign + " not allowed in string format specifier");
        }
        if (spec.align() == '=' && !spec.fill().equals("0")) {
            throw Fault.value("'=' alignment not allowed in string format specifier");
        }
        boolean cut = spec.precision() >= 0 && spec.precision() < Strings.length(value);
        String shown = cut ? Strings.slice(value, 0, spec.precision()) : value;
        return padded("", shown, spec, '<');
    }

    private static Fault unknown(char type, String typeName) {
        return Fault.value("Unknown format code '" + type + "' for object of type '" + typeName + "'");
    }

    private static String number(Object value, FormatSpec spec) {
        boolean whole = Numbers.isInteger(value);
        String forms = whole ? "bcdoxXn" : "";
        char type = spec.type();
        if (whole && (type == FormatSpec.NONE || forms.indexOf(type) >= 0)) {
            return integer(Numbers.big(value), spec);
        }
        if (type != FormatSpec.NONE && "eEfFgGn%".indexOf(type) < 0) {
            throw unknown(type, Types.name(value));
        }
        return real(Numbers.real(value), spec);
    }

    private static String integer(BigInteger value, FormatSpec spec) {
        if (spec.precision() >= 0) {
            throw Fault.value("Precision not allowed in integer format specifier");
        }
        if (spec.type() == 'c') {
            return padded("", Character.toString(value.intValueExact()), spec, '<');
        }
        int base = switch (spec.type()) {
            case 'b' -> 2;
            case 'o' -> 8;
            case 'x', 'X' -> 16;
            default -> 10;
        };
        String digits = value.abs().toString(base);
        String shown = spec.type() == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
        String prefix = spec.alternate() && base != 10 ? "0" + spec.type() : "";
        String grouped = spec.grouping() == FormatSpec.NONE
                ? shown
                : NumberText.grouped(shown, spec.grouping(), base == 10 ? 3 : 4);
        return padded(sign(value.signum() < 0, spec) + prefix, grouped, spec, '>');
    }

    private static String real(double value, FormatSpec spec) {
        boolean negative = value < 0 || (value == 0 && 1 / value < 0);
        double size = Math.abs(value);
        String digits = digits(size, spec);
        String grouped = spec.grouping() == FormatSpec.NONE ? digits : NumberText.grouped(digits, spec.grouping(), 3);
        return padded(sign(negative, spec), grouped, spec, '>');
    }

    private static String digits(double size, FormatSpec spec) {
        if (spec.type() != FormatSpec.NONE) {
            return NumberText.of(size, spec.type() == 'n' ? 'g' : spec.type(), spec.precision(), spec.alternate());
        }
        if (spec.precision() < 0) {
            return FloatText.of(size);
        }
        String text = NumberText.of(size, 'g', spec.precision(), spec.alternate());
        boolean whole = text.chars().allMatch(Character::isDigit);
        return whole && text.length() < spec.precision() ? text + ".0" : text;
    }

    private static String sign(boolean negative, FormatSpec spec) {
        if (negative) {
            return "-";
        }
        return spec.sign() == '+' || spec.sign() == ' ' ? String.valueOf(spec.sign()) : "";
    }

    private static String padded(String prefix, String body, FormatSpec spec, char usual) {
        int missing = spec.width() - Strings.length(prefix) - Strings.length(body);
        if (missing <= 0) {
            return prefix + body;
        }
        char align = spec.align() == FormatSpec.NONE ? usual : spec.align() == '=' && usual == '<' ? '<' : spec.align();
        return switch (align) {
            case '<' -> prefix + body + spec.fill().repeat(missing);
            case '^' ->
                spec.fill().repeat(missing / 2) + prefix + body + spec.fill().repeat(missing - missing / 2);
            case '=' -> prefix + spec.fill().repeat(missing) + body;
            default -> spec.fill().repeat(missing) + prefix + body;
        };
    }
}
