package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.io.ByteArrayOutputStream;

/** Base64 as Python decodes it: what is no digit is passed over, and a complete padding ends it. */
final class Base64Text {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64Text() {}

    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int digits = 0;
        int bits = 0;
        int pads = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' && digits % 4 >= 2 && digits % 4 + ++pads >= 4) {
                return bytes.toByteArray();
            }
            int digit = DIGITS.indexOf(c);
            if (digit < 0) {
                continue;
            }
            pads = 0;
            bits = bits << 6 | digit;
            if (digits++ % 4 != 0) {
                bytes.write(bits >> (6 - 2 * ((digits - 1) % 4)));
            }
        }
        if (digits % 4 == 1) {
            throw new Fault(
                    FaultKind.BINASCII,
                    "Invalid base64-encoded string: number of data characters (" + digits
                            + ") cannot be 1 more than a multiple of 4");
        }
        if (digits % 4 != 0) {
            throw new Fault(FaultKind.BINASCII, "Incorrect padding");
        }
        return bytes.toByteArray();
    }
}
