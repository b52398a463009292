package dev.konflux.release.model.mapping;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes dates as GNU {@code date +FORMAT} does in the C locale. What is no directive stays as it is. */
public final class GnuDateFormat {

    private static final Pattern DIRECTIVE = Pattern.compile("%([-_0^#+]*)(\\d{0,3})([EO]?)(:{0,3})([a-zA-Z%])");

    /** Directives that have no alternative form; all others have one, which is the usual one in the C locale. */
    private static final Map<String, String> WITHOUT_ALTERNATIVE =
            Map.of("E", "aAbBdDeFgGhHIjklmMNSUVwW%", "O", "aAcDFqxXY%");

    private static final Map<Character, String> COMPOSED = Map.of(
            'c',
            "%a %b %e %H:%M:%S %Y",
            'D',
            "%m/%d/%y",
            'x',
            "%m/%d/%y",
            'F',
            "%Y-%m-%d",
            'T',
            "%H:%M:%S",
            'X',
            "%H:%M:%S",
            'R',
            "%H:%M",
            'r',
            "%I:%M:%S %p");

    private static final Map<Character, Digits> NUMBERS = Map.ofEntries(
            number('Y', 4, ZonedDateTime::getYear),
            number('C', 2, t -> t.getYear() / 100),
            number('y', 2, t -> t.getYear() % 100),
            number('m', 2, ZonedDateTime::getMonthValue),
            number('d', 2, ZonedDateTime::getDayOfMonth),
            blankPadded('e', ZonedDateTime::getDayOfMonth),
            number('H', 2, ZonedDateTime::getHour),
            blankPadded('k', ZonedDateTime::getHour),
            number('I', 2, GnuDateFormat::hourOfHalf),
            blankPadded('l', GnuDateFormat::hourOfHalf),
            number('M', 2, ZonedDateTime::getMinute),
            number('S', 2, ZonedDateTime::getSecond),
            number('j', 3, ZonedDateTime::getDayOfYear),
            number('q', 1, t -> t.get(IsoFields.QUARTER_OF_YEAR)),
            number('u', 1, t -> t.getDayOfWeek().getValue()),
            number('w', 1, t -> t.getDayOfWeek().getValue() % 7),
            number('V', 2, t -> t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
            number('G', 4, t -> t.get(IsoFields.WEEK_BASED_YEAR)),
            number('g', 2, t -> t.get(IsoFields.WEEK_BASED_YEAR) % 100),
            number('U', 2, t -> weekOfYear(t, t.getDayOfWeek().getValue() % 7)),
            number('W', 2, t -> weekOfYear(t, t.getDayOfWeek().getValue() - 1)),
            Map.entry('s', new Digits(1, '0', ZonedDateTime::toEpochSecond)));

    private static final Map<Character, String> NAMES =
            Map.of('a', "EEE", 'A', "EEEE", 'b', "MMM", 'h', "MMM", 'B', "MMMM");

    private GnuDateFormat() {}

    private record Digits(int width, char pad, Function<ZonedDateTime, Long> value) {}

    private static Map.Entry<Character, Digits> number(char name, int width, Function<ZonedDateTime, Integer> value) {
        return Map.entry(name, new Digits(width, '0', time -> value.apply(time).longValue()));
    }

    private static Map.Entry<Character, Digits> blankPadded(char name, Function<ZonedDateTime, Integer> value) {
        return Map.entry(name, new Digits(2, ' ', time -> value.apply(time).longValue()));
    }

    /** The time as the format says. */
    public static String format(ZonedDateTime time, String format) {
        return DIRECTIVE.matcher(format).replaceAll(directive -> Matcher.quoteReplacement(written(time, directive)));
    }

    private static String written(ZonedDateTime time, MatchResult directive) {
        char name = directive.group(5).charAt(0);
        int colons = directive.group(4).length();
        return isMalformed(directive, colons, name)
                ? directive.group()
                : written(time, directive.group(), directive.group(1), directive.group(2), colons, name);
    }

    private static boolean isMalformed(MatchResult directive, int colons, char name) {
        boolean hasForeignColons = colons > 0 && name != 'z';
        boolean isDressedPercent = name == '%' && directive.group().length() > 2;
        String without = WITHOUT_ALTERNATIVE.getOrDefault(directive.group(3), "");
        return hasForeignColons || isDressedPercent || without.indexOf(name) >= 0;
    }

    private static String written(
            ZonedDateTime time, String directive, String flags, String width, int colons, char name) {
        int wanted = width.isEmpty() ? 0 : Integer.parseInt(width);
        Digits number = NUMBERS.get(name);
        if (number != null) {
            return padded(number.value().apply(time), flags, Math.max(wanted, number.width()), number.pad());
        }
        if (name == 'N') {
            return nanos(time, wanted);
        }
        if (COMPOSED.containsKey(name)) {
            return cased(format(time, COMPOSED.getOrDefault(name, "")), flags, false);
        }
        return filled(text(time, directive, flags, colons, name), flags, wanted);
    }

    private static String text(ZonedDateTime time, String directive, String flags, int colons, char name) {
        if (NAMES.containsKey(name)) {
            return cased(
                    DateTimeFormatter.ofPattern(NAMES.getOrDefault(name, ""), Locale.ENGLISH)
                            .format(time),
                    flags,
                    false);
        }
        return switch (name) {
            case 'p' -> cased(time.getHour() < 12 ? "AM" : "PM", flags, true);
            case 'P' -> time.getHour() < 12 ? "am" : "pm";
            case 'Z' -> cased(zoneName(time), flags, true);
            case 'z' -> offset(time.getOffset(), colons);
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> directive;
        };
    }

    private static String padded(long value, String flags, int width, char usual) {
        char pad = usual;
        for (int i = 0; i < flags.length(); i++) {
            char flag = flags.charAt(i);
            if (flag == '-') {
                return Long.toString(value);
            }
            pad = flag == '_' ? ' ' : flag == '0' || flag == '+' ? '0' : pad;
        }
        String digits = Long.toString(Math.abs(value));
        String sign = value < 0 ? "-" : "";
        return sign + String.valueOf(pad).repeat(Math.max(0, width - digits.length() - sign.length())) + digits;
    }

    /** Digits are cut off, or zeros added, on the right. */
    private static String nanos(ZonedDateTime time, int width) {
        String digits = "%09d".formatted(time.getNano());
        if (width == 0) {
            return digits;
        }
        return width <= digits.length() ? digits.substring(0, width) : digits + "0".repeat(width - digits.length());
    }

    private static String filled(String text, String flags, int width) {
        if (flags.contains("-") || text.length() >= width) {
            return text;
        }
        return (flags.contains("0") ? "0" : " ").repeat(width - text.length()) + text;
    }

    private static String cased(String text, String flags, boolean isUpperCase) {
        if (flags.contains("#")) {
            return isUpperCase ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
        }
        return flags.contains("^") ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String zoneName(ZonedDateTime time) {
        return time.getOffset().equals(ZoneOffset.UTC) && time.getZone() instanceof ZoneOffset
                ? "UTC"
                : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time);
    }

    private static String offset(ZoneOffset offset, int colons) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        String hours = "%02d".formatted(seconds / 3600);
        String minutes = "%02d".formatted(seconds / 60 % 60);
        return switch (colons) {
            case 0 -> sign + hours + minutes;
            case 1 -> sign + hours + ":" + minutes;
            case 2 -> sign + hours + ":" + minutes + ":" + "%02d".formatted(seconds % 60);
            default -> sign + hours + (seconds % 3600 == 0 ? "" : ":" + minutes);
        };
    }

    private static int hourOfHalf(ZonedDateTime time) {
        return time.get(ChronoField.CLOCK_HOUR_OF_AMPM);
    }

    /** Days before the first first day of a week are in week 0. */
    private static int weekOfYear(ZonedDateTime time, int daysSinceFirstOfWeek) {
        return (time.getDayOfYear() + 6 - daysSinceFirstOfWeek) / 7;
    }
}
