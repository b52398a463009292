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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;

/** The cluster's scalars: YAML 1.1 without base 60 and dates, with the one-letter booleans, and everything passed through JSON once. */
final class ClusterScalars implements ScalarRules {

    private static final String LONG_PREFIX = "tag:yaml.org,2002:";
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

    @Override
    public boolean refusesRepeatedAnchors() {
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
        String found = tagOf(resolved, text);
        boolean fits = found.equals(tag) || (tag.equals("!!float") && found.equals("!!int"));
        if (!fits) {
            faults.report(Faults.Phase.DECODING, place, "cannot decode " + found + " `" + text + "` as a " + tag);
        }
        return resolved;
    }

    private static String tagOf(Data value, String text) {
        return switch (value.kind()) {
            case BOOLEAN -> "!!bool";
            case NULL -> "!!null";
            case NUMBER ->
                GoNumber.parseInteger(text.replace("_", "")).decimal().isEmpty() ? "!!float" : "!!int";
            default -> GoTimestamp.matches(text) ? "!!timestamp" : "!!str";
        };
    }

    private static Data binary(String text, Position place, Faults faults) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.replace("\n", "").replace("\r", ""));
            return Data.of(new String(bytes, StandardCharsets.UTF_8)).at(place);
        } catch (IllegalArgumentException notBase64) {
            faults.report(Faults.Phase.DECODING, place, "!!binary value contains invalid base64 data");
            return Data.nothing().at(place);
        }
    }

    private static String shortTag(String tag) {
        return tag.startsWith(LONG_PREFIX) ? "!!" + tag.substring(LONG_PREFIX.length()) : tag;
    }

    @Override
    public @Nullable Key key(Data value, Faults faults) {
        if (value instanceof DataString text) {
            return Key.text(text.text());
        }
        if (value instanceof DataNumber number && number.isFinite()) {
            return new Key(keyText(number), number.text());
        }
        if (value instanceof DataBoolean bool) {
            String name = bool.truth() ? "true" : "false";
            return new Key(name, name);
        }
        if (value instanceof DataArray || value instanceof DataObject) {
            faults.report(Faults.Phase.DECODING, value.position(), "invalid map key: " + GoSyntax.of(value));
            return null;
        }
        return null;
    }

    @Override
    public void refuse(Data key, Data member, Faults faults) {
        if (key.isNull()) {
            String problem = "unsupported map key of type: %!s(<nil>), key: <nil>, value: ";
            faults.report(
                    Faults.Phase.KEYS, key.position(), problem + (member.isNull() ? "<nil>" : GoSyntax.of(member)));
        }
    }

    /** Fractions used as keys pass through 32 bits. */
    private static String keyText(DataNumber number) {
        if (number.asLong().isPresent()) {
            return number.text();
        }
        float narrow = (float) number.doubleValue();
        return Float.isInfinite(narrow)
                ? number.text()
                : FloatText.GO_SHORTEST.write(Double.parseDouble(Float.toString(narrow)));
    }

    @Override
    public void version(DumperOptions.@Nullable Version version, Position place) {
        if (version != null && version != DumperOptions.Version.V1_1) {
            String problem = "found incompatible YAML document";
            int line = place.line() - 1;
            throw new DataSyntaxException(
                    place, problem, "yaml: " + (line == 0 ? "" : "line " + line + ": ") + problem);
        }
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
