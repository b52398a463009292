package dev.konflux.release.testkit.kube.wire;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import dev.konflux.release.testkit.kube.wire.WireType.Field;
import dev.konflux.release.testkit.kube.wire.WireType.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The built-in types by name, read from their description. */
public final class WireTypes {

    private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    private final ImmutableMap<String, WireType> types;

    private WireTypes(ImmutableMap<String, WireType> types) {
        this.types = types;
    }

    /** All known types. */
    public static WireTypes known() {
        return Known.TYPES;
    }

    /** The type of that name; empty for scalars and for what is not known. */
    public Optional<WireType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    private static WireTypes read(String text) {
        ImmutableMap.Builder<String, WireType> types = ImmutableMap.builder();
        List<Field> fields = new ArrayList<>();
        String name = "";
        for (String line : LINES.split(text)) {
            List<String> words = WORDS.splitToList(line);
            if (words.get(0).equals("type")) {
                add(name, fields, types);
                name = words.get(1);
            } else if (!line.startsWith("#")) {
                fields.add(field(words));
            }
        }
        add(name, fields, types);
        return new WireTypes(types.buildOrThrow());
    }

    private static void add(String name, List<Field> fields, ImmutableMap.Builder<String, WireType> types) {
        if (!name.isEmpty()) {
            types.put(name, new WireType(name, fields));
            fields.clear();
        }
    }

    private static Field field(List<String> words) {
        boolean isMany = words.get(2).equals("list") || words.get(2).equals("map");
        Shape shape = !isMany ? Shape.ONE : words.get(2).equals("list") ? Shape.LIST : Shape.MAP;
        String type = words.get(isMany ? 3 : 2);
        return new Field(Integer.parseInt(words.get(0)), words.get(1), shape, type, words.contains("keep"));
    }

    /** Read on first use. */
    private static final class Known {
        private static final WireTypes TYPES = load();

        private static WireTypes load() {
            try {
                return read(Resources.toString(
                        Resources.getResource(WireTypes.class, "types.txt"), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
