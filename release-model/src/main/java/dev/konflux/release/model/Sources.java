package dev.konflux.release.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that resources were read from, for excerpts. Texts that may hold a Secret are never given out. */
public final class Sources {

    private static final Pattern SECRET = Pattern.compile("[\"']?\\bkind[\"']?\\s*:\\s*[\"']?Secret\\b");
    private static final Sources NONE = new Sources(Map.of(), Map.of());

    private final Map<String, String> texts;
    private final Map<String, Path> files;

    private Sources(Map<String, String> texts, Map<String, Path> files) {
        this.texts = Map.copyOf(texts);
        this.files = Map.copyOf(files);
    }

    static Sources none() {
        return NONE;
    }

    static Sources ofText(String source, String text) {
        return new Sources(Map.of(source, text), Map.of());
    }

    // Files are read again when an excerpt is wanted, so that a large folder is not kept in memory for it.
    static Sources ofFiles(Map<String, Path> files) {
        return new Sources(Map.of(), files);
    }

    Sources or(Sources others) {
        return new Sources(joined(texts, others.texts), joined(files, others.files));
    }

    private static <V> Map<String, V> joined(Map<String, V> first, Map<String, V> second) {
        Map<String, V> all = new HashMap<>(second);
        all.putAll(first);
        return all;
    }

    /** The lines of one text; none when it is not known, cannot be read any more, or may hold a Secret. */
    public List<String> lines(String source) {
        return findText(source)
                .filter(text -> !SECRET.matcher(text).find())
                .map(text -> text.lines().toList())
                .orElse(List.of());
    }

    private Optional<String> findText(String source) {
        String text = texts.get(source);
        if (text != null) {
            return Optional.of(text);
        }
        Path file = files.get(source);
        return file == null ? Optional.empty() : FileText.read(file).findText();
    }
}
