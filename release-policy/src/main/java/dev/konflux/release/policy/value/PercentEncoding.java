package dev.konflux.release.policy.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Takes {@code %2F} and the like out of a text. */
final class PercentEncoding {

    private PercentEncoding() {}

    /**
     * The text with every escape replaced by the byte it stands for, read as UTF-8.
     *
     * @throws IllegalArgumentException when a percent sign is not followed by two hexadecimal digits
     */
    static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                out.write(digit(bytes, i + 1) * 16 + digit(bytes, i + 2));
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int digit(byte[] bytes, int place) {
        int digit = place < bytes.length ? Character.digit(bytes[place], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("invalid escape");
        }
        return digit;
    }
}
