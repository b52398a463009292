package dev.konflux.release.model.text;

import dev.konflux.release.model.text.YamlToken.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads anchors, aliases and tags. */
final class TagScanner {

    private static final String IN_ADDRESS = ";/?:@&=+$,.!~*'()[]%";

    private final YamlText text;
    private final YamlMark start;

    TagScanner(YamlText text) {
        this.text = text;
        this.start = text.mark();
    }

    /** The anchor or alias that begins here. */
    YamlToken anchor() {
        Kind kind = text.peek() == '*' ? Kind.ALIAS : Kind.ANCHOR;
        text.skip();
        String name = word();
        char next = text.peek();
        if (name.isEmpty() || !(YamlCharacters.isBlankOrEnd(next) || "?:,]}%@`".indexOf(next) >= 0)) {
            throw fault("did not find expected alphabetic or numeric character");
        }
        return new YamlToken(kind, start, name);
    }

    private String word() {
        int from = text.index();
        while (YamlCharacters.isWord(text.peek())) {
            text.skip();
        }
        return text.since(from);
    }

    /** The tag that begins here. */
    YamlToken tag() {
        YamlToken tag = text.peek(1) == '<' ? verbatim() : withHandle();
        if (!YamlCharacters.isBlankOrEnd(text.peek())) {
            throw fault("did not find expected whitespace or line break");
        }
        return tag;
    }

    private YamlToken verbatim() {
        text.skip(2);
        String address = address("");
        if (text.peek() != '>') {
            throw fault("did not find the expected '>'");
        }
        text.skip();
        return new YamlToken(Kind.TAG, start, "", address);
    }

    private YamlToken withHandle() {
        String handle = handle();
        if (handle.length() > 1 && handle.endsWith("!")) {
            return new YamlToken(Kind.TAG, start, handle, address(""));
        }
        String suffix = address(handle).substring(1);
        // A lone exclamation mark is a tag of its own.
        return suffix.isEmpty() ? new YamlToken(Kind.TAG, start, "", "!") : new YamlToken(Kind.TAG, start, "!", suffix);
    }

    /** An exclamation mark, or two with a word between them; what begins like the latter and is none is handed out, too. */
    String handle() {
        if (text.peek() != '!') {
            throw fault("did not find expected '!'");
        }
        int from = text.index();
        text.skip();
        word();
        if (text.peek() == '!') {
            text.skip();
        }
        return text.since(from);
    }

    /** The address that goes on here. */
    String address(String begun) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        StringBuilder address = new StringBuilder(begun);
        for (char c = text.peek(); YamlCharacters.isWord(c) || IN_ADDRESS.indexOf(c) >= 0; c = text.peek()) {
            if (c == '%') {
                escapedCharacter(octets);
                address.append(octets.toString(StandardCharsets.UTF_8));
                octets.reset();
            } else {
                address.append(c);
                text.skip();
            }
        }
        if (address.isEmpty()) {
            throw fault("did not find expected tag URI");
        }
        return address.toString();
    }

    private void escapedCharacter(ByteArrayOutputStream octets) {
        int first = octet();
        int width = width(first);
        if (width == 0) {
            throw fault("found an incorrect leading UTF-8 octet");
        }
        octets.write(first);
        skipOctet();
        for (int i = 1; i < width; i++) {
            int next = octet();
            if ((next & 0xc0) != 0x80) {
                throw fault("found an incorrect trailing UTF-8 octet");
            }
            octets.write(next);
            skipOctet();
        }
    }

    private void skipOctet() {
        text.skip(3);
    }

    private int octet() {
        int high = YamlCharacters.hexDigit(text.peek(1));
        int low = YamlCharacters.hexDigit(text.peek(2));
        if (text.peek() != '%' || high < 0 || low < 0) {
            throw fault("did not find URI escaped octet");
        }
        return high << 4 | low;
    }

    private static int width(int octet) {
        if (octet < 0x80) {
            return 1;
        }
        if ((octet & 0xe0) == 0xc0) {
            return 2;
        }
        if ((octet & 0xf0) == 0xe0) {
            return 3;
        }
        return (octet & 0xf8) == 0xf0 ? 4 : 0;
    }

    private DataSyntaxException fault(String problem) {
        return text.faults().inToken(text.mark(), start, problem);
    }
}
