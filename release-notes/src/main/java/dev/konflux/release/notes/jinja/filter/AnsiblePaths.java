package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.PyTuple;
import java.util.Map;

/** Ansible's filters over paths as texts; nothing looks at the file system. */
final class AnsiblePaths {

    private AnsiblePaths() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("basename", (runtime, value, args) -> afterSlash(runtime.text(value), "/"));
        filters.put("dirname", (runtime, value, args) -> beforeSlash(runtime.text(value), "/"));
        filters.put("splitext", (runtime, value, args) -> extension(runtime.text(value)));
        filters.put("win_basename", (runtime, value, args) -> afterSlash(withoutDrive(runtime.text(value)), "\\/"));
        filters.put("win_dirname", (runtime, value, args) -> {
            String path = runtime.text(value);
            String rest = withoutDrive(path);
            return path.substring(0, path.length() - rest.length()) + beforeSlash(rest, "\\/");
        });
        filters.put("win_splitdrive", (runtime, value, args) -> {
            String path = runtime.text(value);
            String rest = withoutDrive(path);
            return PyTuple.of(path.substring(0, path.length() - rest.length()), rest);
        });
        filters.put("expanduser", (runtime, value, args) -> runtime.soft(value));
        filters.put("expandvars", (runtime, value, args) -> runtime.soft(value));
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

    private static String withoutDrive(String path) {
        return path.length() > 1 && path.charAt(1) == ':' ? path.substring(2) : path;
    }
}
