package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.FloatText;
import dev.konflux.release.model.data.Position;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PyYAML's scalars: YAML 1.1 with base 60, without the one-letter booleans, and with an exponent only after a point and with a sign. */
final class PythonScalars implements ScalarRules {

    private static final int DATE_LENGTH = 10;
    private static final Set<String> TRUE = Set.of("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE = Set.of("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern INTEGER = Pattern.compile("[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)"
            + "|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/=]");
    private static final int BASE64_GROUP = 4;

    private final boolean refusesDates;

    PythonScalars(boolean refusesDates) {
        this.refusesDates = refusesDates;
    }

    @Override
    public boolean isTextAsKey(YamlNode key) {
        return key.implicit && key.text.equals("=");
    }

    @Override
    public Data plain(String text, Position place, Faults faults) {
        char first = text.isEmpty() ? '~' : text.charAt(0);
        if (Character.isLetter(first) || first == '~') {
            return word(text, place);
        }
        boolean numeric = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        if (numeric) {
            return numeric(text, place, faults);
        }
        if (text.equals("=") || text.equals("<<")) {
            return unknownTag(YamlTags.STANDARD + (text.equals("=") ? "value" : "merge"), place, faults);
        }
        return Data.of(text).at(place);
    }

    private static Data word(String text, Position place) {
        if (TRUE.contains(text)) {
            return Data.of(true).at(place);
        }
        if (FALSE.contains(text)) {
            return Data.of(false).at(place);
        }
        return NULL.contains(text) ? Data.nothing().at(place) : Data.of(text).at(place);
    }

    private Data numeric(String text, Position place, Faults faults) {
        if (INTEGER.matcher(text).matches()) {
            return integer(text, place, faults);
        }
        if (FLOAT.matcher(text).matches()) {
            return decimal(text, place, faults);
        }
        return PythonTimestamp.matches(text)
                ? timestamp(text, place, faults)
                : Data.of(text).at(place);
    }

    private static Data integer(String written, Position place, Faults faults) {
        String text = written.replace("_", "");
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        try {
            BigInteger size = magnitude(digits);
            return Data.of(negative ? size.negate() : size).at(place);
        } catch (NumberFormatException e) {
            faults.report(Faults.Phase.CONSTRUCTION, place, "invalid literal for int() with base 10: '" + digits + "'");
            return Data.nothing().at(place);
        }
    }

    private static BigInteger magnitude(String digits) {
        if (digits.equals("0")) {
            return BigInteger.ZERO;
        }
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        }
        if (digits.startsWith("0")) {
            return new BigInteger(digits, 8);
        }
        if (digits.indexOf(':') < 0) {
            return new BigInteger(digits);
        }
        BigInteger value = BigInteger.ZERO;
        for (String part : digits.split(":")) {
            value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
        }
        return value;
    }

    private static Data decimal(String written, Position place, Faults faults) {
        String text = written.replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        if (digits.equals(".inf")) {
            return DataNumber.parse(negative ? "-Infinity" : "Infinity").at(place);
        }
        if (digits.equals(".nan")) {
            return DataNumber.parse("NaN").at(place);
        }
        try {
            double size = 0;
            for (String part : digits.split(":")) {
                size = size * 60 + Double.parseDouble(part);
            }
            return number(negative ? -size : size).at(place);
        } catch (NumberFormatException e) {
            faults.report(Faults.Phase.CONSTRUCTION, place, "could not convert string to float: '" + digits + "'");
            return Data.nothing().at(place);
        }
    }

    private static DataNumber number(double value) {
        if (Double.isInfinite(value)) {
            return DataNumber.parse(value > 0 ? "Infinity" : "-Infinity");
        }
        return DataNumber.parse(FloatText.PYTHON.write(value));
    }

    private Data timestamp(String text, Position place, Faults faults) {
        if (refusesDates) {
            String type = text.length() > DATE_LENGTH ? "datetime" : "date";
            faults.report(Faults.Phase.CONSTRUCTION, place, "Object of type " + type + " is not JSON serializable");
            return Data.nothing().at(place);
        }
        String printed = PythonTimestamp.printed(text);
        if (printed == null) {
            faults.report(Faults.Phase.CONSTRUCTION, place, "no such date or time: " + text);
            return Data.nothing().at(place);
        }
        return Data.of(printed).at(place);
    }

    @Override
    public Data tagged(String tag, String text, Position place, Faults faults) {
        if (tag.equals("!")) {
            return plain(text, place, faults);
        }
        if (!tag.startsWith(YamlTags.STANDARD)) {
            return unknownTag(tag, place, faults);
        }
        return switch (tag.substring(YamlTags.STANDARD.length())) {
            case "str" -> Data.of(text).at(place);
            case "null" -> Data.nothing().at(place);
            case "bool" -> bool(text, place, faults);
            case "int" -> integer(text, place, faults);
            case "float" -> decimal(text, place, faults);
            case "binary" -> binary(text, place, faults);
            case "timestamp" -> timestamp(text, place, faults);
            default -> unknownTag(tag, place, faults);
        };
    }

    private static Data bool(String text, Position place, Faults faults) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> Data.of(true).at(place);
            case "no", "false", "off" -> Data.of(false).at(place);
            default -> {
                faults.report(Faults.Phase.CONSTRUCTION, place, "no boolean: " + text);
                yield Data.nothing();
            }
        };
    }

    private static Data binary(String text, Position place, Faults faults) {
        // Python passes over what is no base64 and insists on the padding.
        String digits = NOT_BASE64.matcher(text).replaceAll("");
        try {
            if (digits.length() % BASE64_GROUP != 0) {
                throw new IllegalArgumentException("no padding");
            }
            byte[] bytes = Base64.getDecoder().decode(digits);
            return Data.of(new String(bytes, StandardCharsets.UTF_8)).at(place);
        } catch (IllegalArgumentException notBase64) {
            faults.report(Faults.Phase.CONSTRUCTION, place, "failed to decode base64 data");
            return Data.nothing().at(place);
        }
    }

    private static Data unknownTag(String tag, Position place, Faults faults) {
        faults.report(Faults.Phase.CONSTRUCTION, place, "could not determine a constructor for the tag '" + tag + "'");
        return Data.nothing().at(place);
    }

    @Override
    public @Nullable Key key(YamlNode node, Data value, Faults faults) {
        if (value instanceof DataString text) {
            return Key.text(text.text());
        }
        if (value instanceof DataNumber number) {
            return new Key(number.text(), number.text());
        }
        if (value instanceof DataBoolean bool) {
            String name = bool.truth() ? "true" : "false";
            return new Key(name, name);
        }
        if (value instanceof DataArray || value instanceof DataObject) {
            faults.report(Faults.Phase.CONSTRUCTION, value.position(), "found unhashable key");
            return null;
        }
        return new Key("null", "null");
    }

    @Override
    public void refuse(YamlNode key, Data member, Position place, Faults faults) {
        // Reported when the key was read.
    }

    @Override
    public void collectionTag(String tag, Position place, Faults faults) {
        boolean known =
                tag.equals("!") || tag.equals(YamlTags.STANDARD + "map") || tag.equals(YamlTags.STANDARD + "seq");
        if (!known) {
            unknownTag(tag, place, faults);
        }
    }

    @Override
    public boolean mergesInPlace() {
        return false;
    }

    @Override
    public String notMergeable() {
        return "expected a mapping or list of mappings for merging, but found something else";
    }
}
