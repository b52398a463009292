package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which arguments the methods of Python's built-in classes take. The C code behind them refuses wrong calls in several tones, by the macro it
 * reads its arguments with.
 */
final class Arity {

    /** A class, a tone and the methods with their parameters; an equals sign marks what may be left out. */
    private static final String TABLE = """
            str NONE capitalize casefold isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable
            str NONE isspace istitle isupper lower swapcase title upper
            str ONE removeprefix(prefix) removesuffix(suffix) partition(sep) rpartition(sep) join(iterable) zfill(width)
            str ONE format_map(mapping) translate(table)
            str COUNTED center(width,fillchar=) ljust(width,fillchar=) rjust(width,fillchar=) strip(chars=) lstrip(chars=) rstrip(chars=)
            str COUNTED replace(old,new,count=)
            str PARSED find(sub,start=,end=) rfind(sub,start=,end=) index(sub,start=,end=) rindex(sub,start=,end=)
            str PARSED count(sub,start=,end=) startswith(prefix,start=,end=) endswith(suffix,start=,end=)
            str NAMED split(sep=,maxsplit=) rsplit(sep=,maxsplit=) splitlines(keepends=) expandtabs(tabsize=) encode(encoding=,errors=)
            list NONE clear copy reverse
            list ONE append(object) extend(iterable) remove(value) count(value)
            list COUNTED insert(index,object) pop(index=) index(value,start=,stop=)
            list NAMED sort(key=,reverse=)
            tuple ONE count(value)
            tuple COUNTED index(value,start=,stop=)
            range ONE count(value) index(value)
            dict NONE clear copy items keys values popitem
            dict_keys ONE isdisjoint(other)
            dict_items ONE isdisjoint(other)
            dict COUNTED get(key,default=) pop(key,default=) setdefault(key,default=) fromkeys(iterable,value=)
            int NONE as_integer_ratio bit_count bit_length conjugate
            float ONE fromhex(string)
            float NONE as_integer_ratio conjugate hex is_integer
            bytes NAMED decode(encoding=,errors=)
            """;

    private static final Map<String, Map<String, Arity>> BY_TYPE = read();

    /** The methods of safe strings, which markupsafe writes in Python, most of them with the arguments of the original. */
    private static final Set<String> WRAPPED = Set.of(
            "join",
            "split",
            "rsplit",
            "splitlines",
            "capitalize",
            "title",
            "lower",
            "upper",
            "replace",
            "ljust",
            "rjust",
            "lstrip",
            "rstrip",
            "center",
            "strip",
            "translate",
            "expandtabs",
            "swapcase",
            "zfill",
            "casefold",
            "removeprefix",
            "removesuffix",
            "partition",
            "rpartition",
            "format",
            "format_map",
            "unescape",
            "striptags",
            "escape",
            "__html__");

    private enum Tone {
        NONE,
        ONE,
        COUNTED,
        PARSED,
        NAMED
    }

    private final Tone tone;
    private final List<String> parameters;
    private final int least;

    private Arity(Tone tone, List<String> parameters) {
        this.tone = tone;
        this.parameters = parameters.stream().map(name -> name.replace("=", "")).toList();
        this.least =
                (int) parameters.stream().filter(name -> !name.endsWith("=")).count();
    }

    private static Map<String, Map<String, Arity>> read() {
        Map<String, Map<String, Arity>> all = new HashMap<>();
        for (String line : TABLE.split("\n", -1)) {
            String[] words = line.split(" ", -1);
            for (int i = 2; i < words.length; i++) {
                String[] parts = words[i].split("[(,)]", 0);
                Tone tone = Tone.valueOf(words[1]);
                all.computeIfAbsent(words[0], type -> new HashMap<>())
                        .put(parts[0], new Arity(tone, List.of(parts).subList(1, parts.length)));
            }
        }
        return all;
    }

    /** Whether a method of safe strings is written in Python. */
    static boolean isWrapped(String method) {
        return WRAPPED.contains(method);
    }

    /** Refuses arguments that a method of an object does not take. Methods that are not listed look for themselves. */
    static void check(Object owner, String method, Args args) {
        String type = owner instanceof Boolean ? "int" : owner instanceof Markup ? "str" : Types.name(owner);
        Arity arity = BY_TYPE.getOrDefault(type, Map.of()).get(method);
        if (arity == null) {
            return;
        }
        if (owner instanceof Markup && WRAPPED.contains(method)) {
            arity.signature(method).bind(args);
            return;
        }
        Fault fault = arity.refusal(owner, method, args);
        if (fault != null) {
            throw fault;
        }
    }

    private Signature signature(String method) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            names.add(parameters.get(i) + (i < least ? "" : "="));
        }
        return Signature.of("Markup." + method + "(self | " + String.join(", ", names) + ")");
    }

    private @Nullable Fault refusal(Object owner, String method, Args args) {
        int count = args.count();
        boolean plain = args.keywords().isEmpty();
        if (plain && count >= least && count <= parameters.size() && !method.equals("sort")) {
            return null;
        }
        if (tone == Tone.NAMED) {
            return refusalOfNamed(method + "()", args);
        }
        String full = Types.name(owner) + "." + method + "()";
        if (!plain) {
            return Fault.type(full + " takes no keyword arguments");
        }
        return switch (tone) {
            case NONE -> Fault.type(full + " takes no arguments (" + count + " given)");
            case ONE -> Fault.type(full + " takes exactly one argument (" + count + " given)");
            case PARSED -> Fault.type(method + "() takes " + bound(count) + " (" + count + " given)");
            default -> Fault.type(method + " expected " + bound(count) + ", got " + count);
        };
    }

    private String bound(int count) {
        int limit = count < least ? least : parameters.size();
        String kind = least == parameters.size() ? "" : count < least ? "at least " : "at most ";
        return kind + limit + (limit == 1 ? " argument" : " arguments");
    }

    private @Nullable Fault refusalOfNamed(String shown, Args args) {
        int given = args.count() + args.keywords().size();
        if (given > parameters.size()) {
            String sort = args.count() == 0 ? "keyword argument" : "argument";
            return Fault.type(shown + " takes at most " + parameters.size() + " " + sort
                    + (parameters.size() == 1 ? "" : "s") + " (" + given + " given)");
        }
        if (shown.equals("sort()") && args.count() > 0) {
            return Fault.type("sort() takes no positional arguments");
        }
        for (String name : args.keywords().keySet()) {
            int index = parameters.indexOf(name);
            if (index < 0) {
                return Fault.type("'" + name + "' is an invalid keyword argument for " + shown);
            }
            if (index < args.count()) {
                String where = "by name ('" + name + "') and position (" + (index + 1) + ")";
                return Fault.type("argument for " + shown + " given " + where);
            }
        }
        return null;
    }
}
