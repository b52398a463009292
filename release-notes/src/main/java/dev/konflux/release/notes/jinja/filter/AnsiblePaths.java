package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import java.util.Map;
import java.util.function.Function;

/** Ansible's filters over paths as texts; nothing looks at the file system. */
final class AnsiblePaths {

    private AnsiblePaths() {}

    static void register(Map<String, FilterFunction> filters) {
        path(filters, "basename", "basename(p |)", path -> afterSlash(path, "/"));
        path(filters, "dirname", "dirname(p |)", path -> beforeSlash(path, "/"));
        path(filters, "splitext", "splitext(p |)", AnsiblePaths::extension);
        path(filters, "win_basename", "basename(p |)", path -> afterSlash(withoutDrive(path), "\\/"));
        path(filters, "win_dirname", "dirname(p |)", path -> drive(path) + beforeSlash(withoutDrive(path), "\\/"));
        path(filters, "win_splitdrive", "splitdrive(p |)", path -> PyTuple.of(drive(path), withoutDrive(path)));
        path(filters, "expanduser", "expanduser(path |)", path -> path);
        path(filters, "expandvars", "expandvars(path |)", path -> path);
    }

    /** A function of Python's path modules, which take nothing but paths. */
    private static void path(
            Map<String, FilterFunction> filters, String name, String notation, Function<String, Object> part) {
        FilterFunction filter = (runtime, value, args) -> {
            if (!Strings.is(value)) {
                throw Fault.type("expected str, bytes or os.PathLike object, not " + Types.name(value));
            }
            return like(value, part.apply(value.toString()));
        };
        filters.put(name, Signature.of(notation).guard(filter));
    }

    /** Parts of a safe string are safe. */
    private static Object like(Object path, Object parts) {
        if (parts instanceof PyTuple tuple) {
            return new PyTuple(
                    tuple.items().stream().map(part -> like(path, part)).toList());
        }
        return Strings.like(path, parts.toString());
    }

    private static int lastSlash(String path, String slashes) {
        for (int i = path.length() - 1; i >= 0; i--) {
            if (slashes.indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String afterSlash(String path, String slashes) {
        return path.substring(lastSlash(path, slashes) + 1);
    }

    private static String beforeSlash(String path, String slashes) {
        String head = path.substring(0, lastSlash(path, slashes) + 1);
        int end = head.length();
        while (end > 0 && slashes.indexOf(head.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 ? head : head.substring(0, end);
    }

    private static PyTuple extension(String path) {
        int start = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        int firstOther = start;
        while (firstOther < path.length() && path.charAt(firstOther) == '.') {
            firstOther++;
        }
        return dot > firstOther - 1 && dot >= firstOther
                ? PyTuple.of(path.substring(0, dot), path.substring(dot))
                : PyTuple.of(path, "");
    }

    private static String drive(String path) {
        return path.substring(0, path.length() - withoutDrive(path).length());
    }

    private static String withoutDrive(String path) {
        return path.length() > 1 && path.charAt(1) == ':' ? path.substring(2) : path;
    }
}
