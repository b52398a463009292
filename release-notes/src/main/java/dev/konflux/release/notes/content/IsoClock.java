package dev.konflux.release.notes.content;

/**
 * The time of day of an ISO 8601 text, already moved to UTC.
 *
 * @param micros microseconds from the start of the day, negative or beyond a day when the zone moves it there
 * @param hasZone whether a zone was named
 */
record IsoClock(long micros, boolean hasZone) {

    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;
    private static final int MICROSECOND_DIGITS = 6;

    static IsoClock parse(String text) {
        int zone = zoneAt(text);
        if (zone < 0) {
            return new IsoClock(ofDay(text), false);
        }
        long local = ofDay(text.substring(0, zone));
        if (text.charAt(zone) == 'Z') {
            if (zone != text.length() - 1) {
                throw IsoTime.unreadable(text);
            }
            return new IsoClock(local, true);
        }
        long offset = amount(text.substring(zone + 1), false);
        if (offset >= DAY) {
            throw IsoTime.unreadable(text);
        }
        return new IsoClock(text.charAt(zone) == '-' ? local + offset : local - offset, true);
    }

    private static int zoneAt(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("+-Z".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static long ofDay(String text) {
        return amount(text, true);
    }

    /** Hours, minutes and seconds with a fraction; in a zone, unlike in a time, the parts may exceed their ordinary range. */
    private static long amount(String text, boolean isTime) {
        boolean isSeparated = text.startsWith(":", 2);
        int[] limits = {24, 60, 60};
        long seconds = 0;
        int position = 0;
        int part = 0;
        while (part == 0 || (part < limits.length && position < text.length())) {
            if (part > 0 && isSeparated) {
                requireColon(text, position++);
            }
            int number = IsoTime.number(text, position, 2);
            if (isTime && number >= limits[part]) {
                throw IsoTime.unreadable(text);
            }
            seconds += number * (part == 0 ? 3600L : part == 1 ? 60 : 1);
            position += 2;
            part++;
        }
        return seconds * SECOND + (position < text.length() ? fraction(text, position) : 0);
    }

    private static void requireColon(String text, int position) {
        if (text.charAt(position) != ':') {
            throw IsoTime.unreadable(text);
        }
    }

    private static long fraction(String text, int position) {
        boolean isMark = text.charAt(position) == '.' || text.charAt(position) == ',';
        String digits = text.substring(position + 1);
        if (!isMark || digits.isEmpty() || !digits.chars().allMatch(c -> IsoTime.isDigit((char) c))) {
            throw IsoTime.unreadable(text);
        }
        String micros = (digits + "000000").substring(0, MICROSECOND_DIGITS);
        return Long.parseLong(micros);
    }
}
