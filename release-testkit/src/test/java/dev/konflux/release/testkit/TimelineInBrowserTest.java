package dev.konflux.release.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.html.HtmlEscapers;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.testkit.runs.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looks at the page of a release with every phase, tries and failures in a headless Chromium, narrow and wide at once. */
class TimelineInBrowserTest {

    /** Shows the page in two frames and writes down what does not fit, what cannot be read and how many phases there are. */
    private static final String FRAMES = """
            <!DOCTYPE html><html><body><iframe width="400" height="900" srcdoc="%1$s"></iframe>
            <iframe width="1400" height="900" srcdoc="%1$s"></iframe><p id="found"></p><script>
            function light(color) {
              const parts = color.match(/\\d+/g).slice(0, 3).map(part => part / 255)
                .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
              return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
            }
            function contrast(one, other) {
              const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
              return (bright + 0.05) / (dark + 0.05);
            }
            window.onload = () => {
              const found = [];
              for (const frame of document.querySelectorAll('iframe')) {
                const page = frame.contentDocument, width = page.documentElement.clientWidth;
                page.querySelectorAll('details').forEach(details => details.open = true);
                const ground = frame.contentWindow.getComputedStyle(page.body).backgroundColor;
                for (const element of page.body.querySelectorAll('*')) {
                  if (element.getBoundingClientRect().right > width + 1) {
                    found.push('too wide at ' + frame.width + ': ' + element.outerHTML.slice(0, 80));
                  }
                }
                for (const element of page.querySelectorAll('.pill, .faint, .message, h1, time')) {
                  if (contrast(frame.contentWindow.getComputedStyle(element).color, ground) < 4.5) {
                    found.push('too faint: ' + element.outerHTML.slice(0, 80));
                  }
                }
                found.push(page.querySelectorAll('.phase').length + ' phases on ' + ground);
              }
              document.getElementById('found').textContent = found.join(' ; ');
            };
            </script></body></html>
            """;

    private static String page() {
        Pipeline pipeline = Worlds.pipeline();
        ReleasePlan plan =
                Worlds.plan().tenantPipeline(pipeline).finalPipeline(pipeline).build();
        try (FakeReleaseService konflux =
                FakeReleaseService.start(plan, Worlds.admission().build(), Worlds.policy(), Worlds.retrying(1, """
                        {"oomKill": {"multiplier": "2"}}"""))) {
            TaskResult wordy = TaskResult.success("build-and-push-a-container-image-with-a-long-name")
                    .during(Duration.ZERO, Duration.ofMinutes(4))
                    .logging(List.of("pushed quay.io/shop/" + "web-".repeat(30) + "@sha256:" + "a".repeat(64)));
            konflux.pipelines()
                    .next(Phase.TENANT, PipelineResult.succeed().withTasks(List.of(wordy)))
                    .next(Phase.MANAGED, PipelineResult.outOfMemory("verify-conforma", "assert"))
                    .next(Phase.FINAL, PipelineResult.failAt("tell", "no answer from " + "tracker".repeat(40)));
            Release failed = konflux.release(Worlds.snapshot(), plan).await();
            return konflux.timeline(failed).toHtml();
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1, 'rgb(251, 251, 250)'", "dark, 0, 'rgb(20, 23, 28)'"})
    void everythingFitsAndCanBeRead(String scheme, int setting, String ground, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path frames = Files.writeString(
                folder.resolve("frames.html"),
                FRAMES.formatted(HtmlEscapers.htmlEscaper().escape(page())));

        String seen = browse(folder, "--blink-settings=preferredColorScheme=" + setting, frames);

        assertThat(seen).as(scheme).contains("5 phases on " + ground + " ; 5 phases on " + ground);
        assertThat(seen).doesNotContain("too wide").doesNotContain("too faint").doesNotContain("CONSOLE");
    }

    /** What the browser says on its console, and the text the frames' script leaves. */
    private static String browse(Path folder, String setting, Path page) throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "there is no chromium on the PATH to look at the page with");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        setting,
                        "--dump-dom",
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.waitFor();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        int found = text.indexOf("<p id=\"found\">");
        return text.lines().filter(line -> line.contains("CONSOLE")).collect(Collectors.joining("\n"))
                + text.substring(found, text.indexOf("</p>", found));
    }

    private static Optional<Path> browser() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(":", -1))
                .flatMap(folder -> List.of(Path.of(folder, "chromium"), Path.of(folder, "google-chrome")).stream())
                .filter(Files::isExecutable)
                .findFirst();
    }
}
