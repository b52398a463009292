package dev.konflux.release.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a file holds.
 *
 * @param text the text; empty when there is a problem
 * @param problemId id of the finding; empty when there is none
 * @param problem what is wrong
 */
record FileText(String text, String problemId, String problem) {

    static final long LONGEST = 64L << 20;

    static FileText read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return problem("read.unreadable", "expected a file or a folder, found something else or nothing");
            }
            long size = Files.size(file);
            if (size > LONGEST) {
                return problem("read.too-large", "expected at most " + LONGEST + " bytes, found " + size);
            }
            return decode(Files.readAllBytes(file));
        } catch (IOException e) {
            return problem("read.unreadable", "cannot read the file: " + reason(e));
        }
    }

    private static FileText decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0
                    ? new FileText(text, "", "")
                    : problem("read.not-text", "expected text, found binary content");
        } catch (CharacterCodingException e) {
            return problem("read.not-text", "expected text in UTF-8, found binary content or another encoding");
        }
    }

    private static FileText problem(String id, String text) {
        return new FileText("", id, text);
    }

    static String reason(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "access is denied";
        }
        return problem instanceof NoSuchFileException
                ? "it does not exist"
                : problem.getClass().getSimpleName();
    }

    Optional<String> findText() {
        return problemId.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}
