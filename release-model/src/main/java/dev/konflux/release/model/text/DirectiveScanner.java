package dev.konflux.release.model.text;

import dev.konflux.release.model.text.YamlToken.Kind;

/** Reads a line that begins with a percent sign. */
final class DirectiveScanner {

    private static final int LONGEST_NUMBER = 2;

    private final YamlText text;
    private final Dialect dialect;
    private final YamlMark start;

    DirectiveScanner(YamlText text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        this.start = text.mark();
    }

    /** The directive that begins here. */
    YamlToken read() {
        text.skip();
        String name = name();
        YamlToken token = switch (name) {
            case "YAML" -> version();
            case "TAG" -> tag();
            default -> unknown();
        };
        text.skipBlanks();
        text.skipComment();
        if (!YamlCharacters.isBreakOrEnd(text.peek())) {
            throw fault("did not find expected comment or line break");
        }
        if (text.peek() != YamlText.END) {
            text.skipBreak();
        }
        return token;
    }

    private String name() {
        int from = text.index();
        while (YamlCharacters.isWord(text.peek())) {
            text.skip();
        }
        if (text.index() == from) {
            throw fault("could not find expected directive name");
        }
        if (!YamlCharacters.isBlankOrEnd(text.peek())) {
            throw fault("found unexpected non-alphabetical character");
        }
        return text.since(from);
    }

    private YamlToken unknown() {
        if (dialect == Dialect.CLUSTER) {
            throw fault("found unknown directive name");
        }
        while (!YamlCharacters.isBreakOrEnd(text.peek())) {
            text.skip();
        }
        return new YamlToken(Kind.RESERVED_DIRECTIVE, start);
    }

    private YamlToken version() {
        text.skipBlanks();
        String major = number();
        if (text.peek() != '.') {
            throw fault("did not find expected digit or '.' character");
        }
        text.skip();
        return new YamlToken(Kind.VERSION_DIRECTIVE, start, major, number());
    }

    private String number() {
        int from = text.index();
        while (YamlCharacters.isDigit(text.peek())) {
            if (text.index() - from == LONGEST_NUMBER) {
                throw fault("found extremely long version number");
            }
            text.skip();
        }
        if (text.index() == from) {
            throw fault("did not find expected version number");
        }
        return text.since(from);
    }

    private YamlToken tag() {
        text.skipBlanks();
        TagScanner tags = new TagScanner(text);
        String handle = tags.handle();
        if (handle.length() > 1 && !handle.endsWith("!")) {
            throw fault("did not find expected '!'");
        }
        if (!YamlCharacters.isBlank(text.peek())) {
            throw fault("did not find expected whitespace");
        }
        text.skipBlanks();
        String prefix = tags.address("");
        if (!YamlCharacters.isBlankOrEnd(text.peek())) {
            throw fault("did not find expected whitespace or line break");
        }
        return new YamlToken(Kind.TAG_DIRECTIVE, start, handle, prefix);
    }

    private DataSyntaxException fault(String problem) {
        return text.faults().inToken(text.mark(), start, problem);
    }
}
