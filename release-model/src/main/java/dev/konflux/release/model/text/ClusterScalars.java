package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.FloatText;
import dev.konflux.release.model.data.Position;
import dev.konflux.release.model.golang.GoSyntax;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cluster's scalars: YAML 1.1 without base 60 and dates, with the one-letter booleans, and everything passed through JSON once. */
final class ClusterScalars implements ScalarRules {

    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> NAN = Set.of(".nan", ".NaN", ".NAN");
    private static final Set<String> INFINITE =
            Set.of(".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");
    private static final Pattern STYLED_FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final int LONGEST_WORD = 5;
    private static final int BASE64_GROUP = 4;
    private static final int FLOAT_DIGITS = 9;

    @Override
    public boolean isTextAsKey(YamlNode key) {
        return false;
    }

    @Override
    public Data plain(String text, Position place, Faults faults) {
        Data resolved = resolve(text, place, faults);
        return resolved == null ? Data.of(text).at(place) : resolved;
    }

    /** What an untagged text stands for; null when it is just a text. */
    private @Nullable Data resolve(String text, Position place, Faults faults) {
        char hint = text.isEmpty() ? '~' : text.charAt(0);
        if (hint >= '0' && hint <= '9') {
            return number(text, place);
        }
        return switch (hint) {
            case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' -> word(text, place);
            case '+', '-' -> INFINITE.contains(text) ? notFinite(text, place, faults) : number(text, place);
            case '.' -> dotted(text, place, faults);
            default -> null;
        };
    }

    private static @Nullable Data word(String text, Position place) {
        if (text.length() > LONGEST_WORD) {
            return null;
        }
        if (TRUE.contains(text)) {
            return Data.of(true).at(place);
        }
        if (FALSE.contains(text)) {
            return Data.of(false).at(place);
        }
        return NULL.contains(text) ? Data.nothing().at(place) : null;
    }

    private static @Nullable Data dotted(String text, Position place, Faults faults) {
        if (NAN.contains(text) || INFINITE.contains(text)) {
            return notFinite(text, place, faults);
        }
        OptionalDouble value = GoNumber.decimal(text);
        return value.isPresent() ? decimal(value.getAsDouble(), place) : null;
    }

    private static Data notFinite(String text, Position place, Faults faults) {
        String name = NAN.contains(text) ? "NaN" : text.startsWith("-") ? "-Inf" : "+Inf";
        faults.report(Faults.Phase.JSON, place, "unsupported value: " + name);
        return DataNumber.parse(name.equals("NaN") ? name : name.startsWith("-") ? "-Infinity" : "Infinity");
    }

    private static @Nullable Data number(String text, Position place) {
        String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
        GoNumber.Literal integer = GoNumber.parseInteger(digits);
        if (integer.signed().isPresent()) {
            return DataNumber.parse(integer.decimal()).at(place);
        }
        if (integer.unsigned()) {
            // Too large for the cluster's integers: on the way through JSON it becomes a float.
            return decimal(Double.parseDouble(integer.decimal()), place);
        }
        if (!STYLED_FLOAT.matcher(digits).matches()) {
            return null;
        }
        OptionalDouble value = GoNumber.decimal(digits);
        return value.isPresent() ? decimal(value.getAsDouble(), place) : null;
    }

    private static Data decimal(double value, Position place) {
        return DataNumber.parse(value == 0 ? "0" : FloatText.GO_JSON.write(value))
                .at(place);
    }

    @Override
    public Data tagged(String tag, String text, Position place, Faults faults) {
        return switch (shortTag(tag)) {
            case "!!str" -> Data.of(text).at(place);
            case "!!binary" -> binary(text, place, faults);
            case "!!bool", "!!int", "!!float", "!!null", "!!timestamp" -> demanded(shortTag(tag), text, place, faults);
            default -> Data.of(text).at(place);
        };
    }

    private Data demanded(String tag, String text, Position place, Faults faults) {
        Data resolved = plain(text, place, faults);
        String found = tagOf(resolved, tag, text);
        boolean fits = found.equals(tag) || (tag.equals("!!float") && found.equals("!!int"));
        if (!fits) {
            faults.report(Faults.Phase.DECODING, place, "cannot decode " + found + " `" + text + "` as a " + tag);
        }
        return resolved;
    }

    private static String tagOf(Data value, String wanted, String text) {
        return switch (value.kind()) {
            case BOOLEAN -> "!!bool";
            case NULL -> "!!null";
            case NUMBER ->
                GoNumber.parseInteger(text.replace("_", "")).decimal().isEmpty() ? "!!float" : "!!int";
            default -> wanted.equals("!!timestamp") && GoTimestamp.matches(text) ? wanted : "!!str";
        };
    }

    private static Data binary(String text, Position place, Faults faults) {
        try {
            String digits = text.replace("\n", "").replace("\r", "");
            if (digits.length() % BASE64_GROUP != 0) {
                throw new IllegalArgumentException("no padding");
            }
            byte[] bytes = Base64.getDecoder().decode(digits);
            return Data.of(new String(bytes, StandardCharsets.UTF_8)).at(place);
        } catch (IllegalArgumentException notBase64) {
            faults.report(Faults.Phase.DECODING, place, "!!binary value contains invalid base64 data");
            return Data.nothing().at(place);
        }
    }

    private static String shortTag(String tag) {
        return tag.startsWith(YamlTags.STANDARD) ? "!!" + tag.substring(YamlTags.STANDARD.length()) : tag;
    }

    @Override
    public @Nullable Key key(YamlNode node, Data value, Faults faults) {
        if (value instanceof DataString text) {
            return Key.text(text.text());
        }
        if (value instanceof DataNumber number) {
            return numericKey(node.text, number);
        }
        if (value instanceof DataBoolean bool) {
            String name = bool.truth() ? "true" : "false";
            return new Key(name, name);
        }
        if (value instanceof DataArray || value instanceof DataObject) {
            faults.report(Faults.Phase.DECODING, value.position(), "invalid map key: " + GoSyntax.of(value));
        }
        return null;
    }

    /** Fractions used as keys pass through 32 bits; integers that need all 64 make no keys. */
    private static @Nullable Key numericKey(String text, DataNumber number) {
        GoNumber.Literal integer = GoNumber.parseInteger(text.replace("_", ""));
        if (integer.unsigned()) {
            return null;
        }
        String name = integer.signed().isPresent() ? integer.decimal() : fractionKey(text, number);
        return new Key(name, number.text());
    }

    private static String fractionKey(String text, DataNumber number) {
        float narrow = (float) number.doubleValue();
        if (Float.isNaN(narrow)) {
            return ".nan";
        }
        if (Float.isInfinite(narrow)) {
            return narrow < 0 ? "-.inf" : ".inf";
        }
        return narrow == 0 && text.startsWith("-") ? "-0" : FloatText.GO_SHORTEST.write(shortest(narrow));
    }

    /** The double with the fewest digits that is this float; older JDKs print more digits than needed. */
    private static double shortest(float narrow) {
        BigDecimal exact = new BigDecimal(narrow);
        for (int digits = 1; digits < FLOAT_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.floatValue() == narrow) {
                return rounded.doubleValue();
            }
        }
        return exact.round(new MathContext(FLOAT_DIGITS)).doubleValue();
    }

    @Override
    public void refuse(YamlNode key, Data member, Position place, Faults faults) {
        if (key.kind != YamlNode.Kind.SCALAR) {
            return;
        }
        String integer = GoNumber.parseInteger(key.text.replace("_", "")).decimal();
        String problem = integer.isEmpty()
                ? "%!s(<nil>), key: <nil>"
                : "uint64, key: 0x" + Long.toHexString(Long.parseUnsignedLong(integer));
        String value = member.isNull() ? "<nil>" : GoSyntax.of(member);
        faults.report(Faults.Phase.KEYS, place, "unsupported map key of type: " + problem + ", value: " + value);
    }

    @Override
    public void collectionTag(String tag, Position place, Faults faults) {
        // Tags of collections mean nothing to this reader.
    }

    @Override
    public boolean mergesInPlace() {
        return true;
    }

    @Override
    public String notMergeable() {
        return "map merge requires map or sequence of maps as the value";
    }
}
