package dev.konflux.release.model.text;

import dev.konflux.release.model.text.YamlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens. Indentation becomes tokens, too, and a word is handed out only when it is clear whether it is a key. */
final class YamlScanner {

    private static final String NO_TOKEN = "found character that cannot start any token";

    private final YamlText text;
    private final Dialect dialect;
    private final SimpleKeys keys;
    private final Indents indents = new Indents();
    private final List<YamlToken> queue = new ArrayList<>();
    private int head;
    private int taken;
    private boolean keyAllowed = true;

    YamlScanner(YamlText text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        this.keys = new SimpleKeys(text, dialect);
    }

    /** The next token, which stays. */
    YamlToken peek() {
        while (head == queue.size() || keys.mayBeKey(taken)) {
            fetch();
        }
        return queue.get(head);
    }

    /** The next token, which is taken. */
    YamlToken take() {
        YamlToken token = peek();
        head++;
        taken++;
        if (head == queue.size()) {
            queue.clear();
            head = 0;
        }
        return token;
    }

    private int nextToken() {
        return taken + queue.size() - head;
    }

    private boolean inFlow() {
        return keys.level() > 0;
    }

    private void add(Kind kind) {
        queue.add(new YamlToken(kind, text.mark()));
    }

    private void fetch() {
        toNextToken();
        keys.expire();
        unroll(text.column());
        char c = text.peek();
        if (c == YamlText.END) {
            endOfStream();
        } else if (text.column() == 0 && c == '%') {
            directive();
        } else if (text.column() == 0 && (c == '-' || c == '.') && text.isTripled(c)) {
            documentMark(c == '-' ? Kind.DOCUMENT_START : Kind.DOCUMENT_END);
        } else {
            content(c);
        }
    }

    private void content(char c) {
        switch (c) {
            case '[' -> flowStart(Kind.FLOW_SEQUENCE_START);
            case '{' -> flowStart(Kind.FLOW_MAPPING_START);
            case ']' -> flowEnd(Kind.FLOW_SEQUENCE_END);
            case '}' -> flowEnd(Kind.FLOW_MAPPING_END);
            case ',' -> flowEntry();
            case '-', '?', ':' -> indicator(c);
            case '*', '&' -> word(() -> new TagScanner(text).anchor());
            case '!' -> word(() -> new TagScanner(text).tag());
            case '|', '>' -> blockScalar(c);
            case '\'', '"' -> word(() -> new QuotedScalar(text, dialect).read());
            case '#', '%', '@', '`', '\t' -> throw noToken();
            default -> plain();
        }
    }

    private DataSyntaxException noToken() {
        return text.faults().inToken(text.mark(), text.mark(), NO_TOKEN);
    }

    private void indicator(char c) {
        boolean alone = YamlCharacters.isBlankOrEnd(text.peek(1));
        if (c == '-' && alone) {
            blockEntry();
        } else if (c == '?' && (alone || inFlow())) {
            key();
        } else if (c == ':' && (alone || inFlow())) {
            value();
        } else {
            plain();
        }
    }

    private void toNextToken() {
        while (true) {
            while (text.peek() == ' ' || (text.peek() == '\t' && tabSeparates())) {
                text.skip();
            }
            text.skipComment();
            if (!YamlCharacters.isBreak(text.peek())) {
                return;
            }
            text.skipBreak();
            keyAllowed |= !inFlow();
        }
    }

    /** The cluster's reader takes tabs for blanks where they cannot indent anything. */
    private boolean tabSeparates() {
        return dialect == Dialect.CLUSTER && (inFlow() || !keyAllowed);
    }

    private void unroll(int column) {
        while (!inFlow() && indents.current() > column) {
            indents.close();
            add(Kind.BLOCK_END);
        }
    }

    private void endOfStream() {
        text.endLine();
        unroll(-1);
        keys.remove();
        keyAllowed = false;
        add(Kind.STREAM_END);
    }

    private void directive() {
        unroll(-1);
        keys.remove();
        keyAllowed = false;
        queue.add(new DirectiveScanner(text, dialect).read());
    }

    private void documentMark(Kind kind) {
        unroll(-1);
        keys.remove();
        keyAllowed = false;
        add(kind);
        text.skip(3);
    }

    private void flowStart(Kind kind) {
        saveKey();
        keys.enter(nextToken());
        keyAllowed = true;
        add(kind);
        text.skip();
    }

    private void flowEnd(Kind kind) {
        keys.remove();
        keys.leave();
        keyAllowed = false;
        add(kind);
        text.skip();
    }

    private void flowEntry() {
        keys.remove();
        keyAllowed = true;
        add(Kind.FLOW_ENTRY);
        text.skip();
    }

    private void blockEntry() {
        beginBlock(Kind.BLOCK_SEQUENCE_START, "block sequence entries are not allowed in this context");
        keys.remove();
        keyAllowed = true;
        add(Kind.BLOCK_ENTRY);
        text.skip();
    }

    private void key() {
        beginBlock(Kind.BLOCK_MAPPING_START, "mapping keys are not allowed in this context");
        keys.remove();
        keyAllowed = !inFlow();
        add(Kind.KEY);
        text.skip();
    }

    private void value() {
        SimpleKeys.SimpleKey key = keys.take();
        if (key == null) {
            beginBlock(Kind.BLOCK_MAPPING_START, "mapping values are not allowed in this context");
            keyAllowed = !inFlow();
        } else {
            insert(key, Kind.KEY);
            if (!inFlow() && indents.open(key.mark.column())) {
                insert(key, Kind.BLOCK_MAPPING_START);
            }
            keyAllowed = false;
        }
        add(Kind.VALUE);
        text.skip();
    }

    /** Puts a token before the one that turned out to be a key, or at the end when that one is gone already. */
    private void insert(SimpleKeys.SimpleKey key, Kind kind) {
        int place = key.token - taken;
        queue.add(place < 0 ? queue.size() : head + place, new YamlToken(kind, key.mark));
    }

    private void beginBlock(Kind kind, String refusal) {
        if (inFlow()) {
            return;
        }
        if (!keyAllowed) {
            throw text.faults().inToken(text.mark(), text.mark(), refusal);
        }
        if (indents.open(text.column())) {
            add(kind);
        }
    }

    private void saveKey() {
        if (keyAllowed) {
            keys.save(nextToken(), !inFlow() && indents.current() == text.column());
        }
    }

    private void word(TokenSource source) {
        saveKey();
        keyAllowed = false;
        queue.add(source.read());
    }

    private void blockScalar(char style) {
        if (inFlow()) {
            throw noToken();
        }
        keys.remove();
        keyAllowed = true;
        queue.add(new BlockScalar(text, dialect, indents.current()).read(style == '|'));
    }

    private void plain() {
        saveKey();
        PlainScalar scalar = new PlainScalar(text, dialect, inFlow(), indents.current() + 1);
        queue.add(scalar.read());
        keyAllowed = scalar.endsBeforeNewLine();
    }

    /** Reads one token. */
    private interface TokenSource {
        YamlToken read();
    }
}
