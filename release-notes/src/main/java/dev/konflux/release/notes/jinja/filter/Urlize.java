package dev.konflux.release.notes.jinja.filter;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Compare;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Slicing;
import dev.konflux.release.notes.jinja.value.StringParts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes links of the addresses in a text. */
final class Urlize {

    private static final Signature SIGNATURE =
            Signature.of("do_urlize(eval_ctx, value | trim_url_limit=, nofollow=, target=, rel=, extra_schemes=)");
    private static final Pattern HTTP =
            Pattern.compile("(?i)^((https?://|www\\.)(([\\w%-]+\\.)+)?([a-z]{2,63}|xn--[\\w%]{2,59})"
                    + "|([\\w%-]{2,63}\\.)+(com|net|int|edu|gov|org|info|mil)"
                    + "|(https?://)((\\d{1,3}(\\.\\d{1,3}){3})|(\\[([\\da-f]{0,4}:){2}([\\da-f]{0,4}:?){1,6}])))"
                    + "(:\\d{1,5})?([/?#]\\S*)?$");
    private static final Pattern EMAIL = Pattern.compile("^\\S+@\\w[\\w.-]*\\.\\w+$");
    private static final Pattern SCHEME = Pattern.compile("^([\\w.+-]{2,}:(/){0,2})$");
    private static final Pattern HEAD = Pattern.compile("^([(<]|&lt;)+");
    private static final Pattern TAIL = Pattern.compile("([)>.,\\n]|&gt;)+$");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String[][] BRACKETS = {{"(", ")"}, {"<", ">"}, {"&lt;", "&gt;"}};

    private final Interpreter runtime;
    private final @Nullable Object limit;
    private final String attributes;
    private final List<String> schemes;

    private Urlize(Interpreter runtime, @Nullable Object limit, String attributes, List<String> schemes) {
        this.runtime = runtime;
        this.limit = limit;
        this.attributes = attributes;
        this.schemes = schemes;
    }

    static Object apply(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = SIGNATURE.bind(args);
        TreeSet<String> rel = new TreeSet<>(StringParts.words(bound.has(3) ? bound.text(3, "") : "", -1));
        if (bound.flag(1, false)) {
            rel.add("nofollow");
        }
        Object policy = runtime.policy("urlize.rel", "noopener");
        rel.addAll(StringParts.words(policy == None.NONE ? "" : runtime.text(policy), -1));
        Object target = bound.has(2) ? bound.get(2) : runtime.policy("urlize.target", None.NONE);
        String attributes = (rel.isEmpty() ? "" : " rel=\"" + Markup.escape(String.join(" ", rel)) + "\"")
                + (target == None.NONE
                        ? ""
                        : " target=\"" + runtime.escaped(target).text() + "\"");
        Object extra = bound.has(4) ? bound.get(4) : runtime.policy("urlize.extra_schemes", None.NONE);
        List<String> schemes = new ArrayList<>();
        for (Object scheme : extra == None.NONE ? List.of() : Iteration.list(extra, runtime)) {
            if (!SCHEME.matcher(runtime.text(scheme)).find()) {
                throw Fault.argument(Printer.reprOf(scheme) + " is not a valid URI scheme prefix.");
            }
            schemes.add(runtime.text(scheme));
        }
        Urlize urlize = new Urlize(runtime, bound.has(0) ? bound.get(0) : null, attributes, schemes);
        String text = urlize.text(runtime.escaped(value).text());
        runtime.budget().text(text.length());
        return runtime.autoescape() ? new Markup(text) : text;
    }

    private String text(String text) {
        StringBuilder out = new StringBuilder();
        Matcher spaces = SPACE.matcher(text);
        int at = 0;
        while (spaces.find()) {
            out.append(word(text.substring(at, spaces.start()))).append(spaces.group());
            at = spaces.end();
        }
        return out.append(word(text.substring(at))).toString();
    }

    private String word(String word) {
        Matcher start = HEAD.matcher(word);
        String head = start.find() ? start.group() : "";
        String middle = word.substring(head.length());
        Matcher end = TAIL.matcher(middle);
        String tail = end.find() ? end.group() : "";
        middle = middle.substring(0, middle.length() - tail.length());
        for (String[] pair : BRACKETS) {
            int open = count(middle, pair[0]);
            int missing = open <= count(middle, pair[1]) ? 0 : Math.min(open, count(tail, pair[1]));
            for (int i = 0; i < missing; i++) {
                int cut = tail.indexOf(pair[1]) + pair[1].length();
                middle += tail.substring(0, cut);
                tail = tail.substring(cut);
            }
        }
        return head + linked(middle) + tail;
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private String linked(String text) {
        if (HTTP.matcher(text).find()) {
            boolean complete = text.startsWith("https://") || text.startsWith("http://");
            return "<a href=\"" + (complete ? "" : "https://") + text + "\"" + attributes + ">" + trimmed(text)
                    + "</a>";
        }
        if (text.startsWith("mailto:") && EMAIL.matcher(text.substring(7)).find()) {
            return "<a href=\"" + text + "\">" + text.substring(7) + "</a>";
        }
        boolean address =
                text.contains("@") && !text.startsWith("www.") && !text.startsWith("@") && !text.contains(":");
        if (address && EMAIL.matcher(text).find()) {
            return "<a href=\"mailto:" + text + "\">" + text + "</a>";
        }
        String shown = text;
        for (String scheme : schemes) {
            if (!shown.equals(scheme) && shown.startsWith(scheme)) {
                shown = "<a href=\"" + shown + "\"" + attributes + ">" + shown + "</a>";
            }
        }
        return shown;
    }

    private String trimmed(String text) {
        if (limit == null || !Compare.holds((long) text.length(), limit, Compare.Order.GREATER)) {
            return text;
        }
        return Slicing.of(text, None.NONE, limit, None.NONE, runtime) + "...";
    }
}
