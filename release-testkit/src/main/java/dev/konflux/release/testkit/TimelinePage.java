package dev.konflux.release.testkit;

import com.google.common.html.HtmlEscapers;
import com.google.common.io.Resources;
import dev.konflux.release.testkit.Timeline.Entry;
import dev.konflux.release.testkit.runs.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A timeline as a page. */
final class TimelinePage {

    private static final int SCALE_PARTS = 4;

    private final Timeline story;
    private final TimeScale scale;
    private final StringBuilder html = new StringBuilder();

    TimelinePage(Timeline story) {
        this.story = story;
        List<Instant> moments = Stream.concat(
                        story.entries().stream().map(Entry::at),
                        story.runs().stream().flatMap(run -> run.to().stream()))
                .sorted()
                .toList();
        Instant first = moments.isEmpty() ? Instant.EPOCH : moments.get(0);
        this.scale = new TimeScale(first, moments.isEmpty() ? first : moments.get(moments.size() - 1));
    }

    String html() {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<link rel=\"icon\" href=\"data:,\">\n<title>Release ")
                .append(escaped(story.release()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n");
        header();
        phases();
        events();
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String style() {
        try {
            return Resources.toString(
                    Resources.getResource(TimelinePage.class, "timeline.css"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("timeline.css is not in the jar", e);
        }
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }

    private void header() {
        String end = lastReason("Released").orElse("Unfinished");
        html.append("<header>\n<h1>Release ")
                .append(escaped(story.release()))
                .append(' ')
                .append(pill(end))
                .append("</h1>\n<p>")
                .append(since(scale.to()).substring(1))
                .append(" of virtual time from ")
                .append(scale.from())
                .append("</p>\n");
        if (tone(end).equals("bad")) {
            why();
        }
        html.append("</header>\n");
    }

    /** What failed for good: the checks, and tasks of the last attempt of a phase. */
    private void why() {
        html.append("<div class=\"why\" role=\"note\">\n");
        paragraph(last("Released").map(Entry::what).orElse(""));
        last("Validated")
                .map(Entry::what)
                .filter(what -> !what.equals("Succeeded"))
                .ifPresent(this::paragraph);
        for (Phase phase : Phase.values()) {
            runs(phase).stream().reduce((earlier, later) -> later).stream()
                    .flatMap(run -> run.tasks().stream())
                    .filter(task -> !task.succeeded())
                    .forEach(task -> paragraph(task.headline()));
        }
        html.append("</div>\n");
    }

    private void paragraph(String text) {
        html.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private List<RunStory> runs(Phase phase) {
        return story.runs().stream().filter(run -> run.phase() == phase).toList();
    }

    private void phases() {
        html.append("<section>\n<h2>Phases</h2>\n");
        if (scale.from().isBefore(scale.to())) {
            scale();
        }
        for (Phase phase : Phase.values()) {
            phase(phase);
        }
        html.append("</section>\n");
    }

    private void scale() {
        html.append("<div class=\"scale\" aria-hidden=\"true\">");
        for (int part = 0; part <= SCALE_PARTS; part++) {
            html.append("<span>").append(since(scale.at(part, SCALE_PARTS))).append("</span>");
        }
        html.append("</div>\n");
    }

    private void phase(Phase phase) {
        List<RunStory> runs = runs(phase);
        String name = phase.runType().replace('-', ' ');
        html.append("<div class=\"phase\">\n<div class=\"row\"><div class=\"name\"><strong>")
                .append(Character.toUpperCase(name.charAt(0)))
                .append(name.substring(1))
                .append("</strong>")
                .append(pill(lastReason(phase.conditionType()).orElse("Not reached")))
                .append("</div><div class=\"track\">");
        runs.forEach(run -> bar(run.from(), run.to().orElse(scale.to()), tone(run)));
        html.append("</div></div>\n");
        for (int i = 0; i < runs.size(); i++) {
            run(runs.get(i), i + 1);
        }
        html.append("</div>\n");
    }

    private void run(RunStory run, int attempt) {
        html.append("<details")
                .append(run.isFailed() ? " open" : "")
                .append("><summary class=\"faint\">attempt ")
                .append(attempt)
                .append(", run ")
                .append(escaped(run.reference()))
                .append(": ")
                .append(escaped(run.reason()))
                .append(", ")
                .append(span(run.from(), run.to()))
                .append("</summary>\n<div class=\"tasks\">\n");
        if (run.tasks().isEmpty()) {
            html.append("<p class=\"faint\">no task of it was reported</p>\n");
        }
        run.tasks().forEach(this::task);
        html.append("</div>\n</details>\n");
    }

    private void task(TaskStory task) {
        html.append("<div class=\"task\">\n<div class=\"row\"><div class=\"name\"><span>")
                .append(escaped(task.name()))
                .append(" <small class=\"faint\">")
                .append(span(task.from(), Optional.of(task.to())))
                .append("</small></span>")
                .append(pill(task.reason()))
                .append("</div><div class=\"track\">");
        bar(task.from(), task.to(), task.succeeded() ? "good" : "bad");
        html.append("</div></div>\n");
        if (!task.message().isEmpty() && !task.succeeded()) {
            html.append("<p class=\"message\">").append(escaped(task.message())).append("</p>\n");
        }
        if (!task.log().isEmpty()) {
            html.append("<details")
                    .append(task.succeeded() ? "" : " open")
                    .append("><summary class=\"faint\">log</summary><pre>")
                    .append(escaped(String.join("\n", task.log())))
                    .append("</pre></details>\n");
        }
        html.append("</div>\n");
    }

    private void bar(Instant from, Instant to, String tone) {
        html.append("<span class=\"bar ")
                .append(tone)
                .append("\" style=\"")
                .append(scale.place(from, to))
                .append("\" title=\"")
                .append(span(from, Optional.of(to)))
                .append("\"></span>");
    }

    private String span(Instant from, Optional<Instant> to) {
        return since(from) + " to " + to.map(this::since).orElse("now");
    }

    private void events() {
        html.append("<section>\n<h2>Everything that happened</h2>\n<ol class=\"events\">\n");
        for (Entry entry : story.entries()) {
            html.append("<li><time datetime=\"")
                    .append(entry.at())
                    .append("\">")
                    .append(since(entry.at()))
                    .append("</time><span>")
                    .append(escaped(entry.subject()))
                    .append("</span><span>")
                    .append(escaped(entry.what()))
                    .append("</span></li>\n");
        }
        html.append("</ol>\n</section>\n");
    }

    private String since(Instant at) {
        return StoryText.since(scale.from(), at);
    }

    private Optional<Entry> last(String subject) {
        return story.entries().stream()
                .filter(entry -> entry.subject().equals(subject))
                .reduce((earlier, later) -> later);
    }

    /** A condition's entry begins with its reason. */
    private Optional<String> lastReason(String conditionType) {
        return last(conditionType).map(entry -> entry.what().split(":", 2)[0]);
    }

    private static String pill(String reason) {
        return "<span class=\"pill " + tone(reason) + "\">" + escaped(reason) + "</span>";
    }

    private static String tone(RunStory run) {
        return run.to().isEmpty() ? "busy" : run.succeeded() ? "good" : "bad";
    }

    private static String tone(String reason) {
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "succeeded" -> "good";
            case "progressing", "running" -> "busy";
            case "skipped", "not reached", "unfinished" -> "idle";
            default -> "bad";
        };
    }
}
