package dev.konflux.release.benchmarks;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.tree.Node;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.NotesRenderer;
import dev.konflux.release.notes.Template;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The Java half of the comparison of template engines: this library and stock jinjava. Prints, like the programs beside it, lines of
 * {@code engine, workload, way, renders per CPU second}, and for Java the same for the whole process (with the garbage collector and the compiler) and the
 * bytes allocated by one render.
 */
public final class TemplatePeers {

    private static final long WARM_UP = 4_000_000_000L;
    private static final long WINDOW = 500_000_000L;
    private static final int WINDOWS = 4;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final PrintStream out;
    private final Path folder;

    private TemplatePeers(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Arguments: {@code ours} or {@code jinjava}, the folder for the texts ({@code NAME.ENGINE.txt}), the workloads. */
    public static void main(String... arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        TemplatePeers peers = new TemplatePeers(out, Path.of(arguments[1]));
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        for (TemplateWorkload workload : TemplateWorkload.values()) {
            if (!wanted.contains(workload.title())) {
                continue;
            }
            if (arguments[0].equals("ours")) {
                peers.library(workload);
            } else {
                peers.jinjava(workload);
            }
        }
    }

    private void library(TemplateWorkload workload) throws IOException {
        NotesRenderer renderer = NotesRenderer.create();
        DataObject data = workload.data();
        String source = workload.template();
        Template template = renderer.parse(source);
        keep("ours", workload, template.render(data));
        measure("ours", workload, "parsed once", () -> template.render(data));
        measure(
                "ours",
                workload,
                "parsed each time",
                () -> renderer.parse(source).render(data));
    }

    private void jinjava(TemplateWorkload workload) throws IOException {
        JinjavaConfig config = JinjavaConfig.newBuilder().build();
        Jinjava jinjava = new Jinjava(config);
        Map<String, Object> data = plainMembers(workload.data());
        String source = workload.template();
        Node node = interpreter(jinjava, config, data).parse(source);
        keep("jinjava", workload, jinjava.render(source, data));
        measure(
                "jinjava",
                workload,
                "parsed once",
                () -> interpreter(jinjava, config, data).render(node));
        measure("jinjava", workload, "parsed each time", () -> jinjava.render(source, data));
    }

    private static JinjavaInterpreter interpreter(Jinjava jinjava, JinjavaConfig config, Map<String, Object> data) {
        Context context = new Context(jinjava.getGlobalContextCopy(), data, config.getDisabled());
        return new JinjavaInterpreter(jinjava, context, config);
    }

    private static Map<String, Object> plainMembers(DataObject object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(name, plain(value)));
        return members;
    }

    private static Object plain(Data value) {
        if (value instanceof DataObject object) {
            return plainMembers(object);
        }
        if (value instanceof DataArray array) {
            return array.items().stream().map(TemplatePeers::plain).toList();
        }
        if (value instanceof DataBoolean truth) {
            return truth.truth();
        }
        return value instanceof DataNumber number
                ? (Object) number.doubleValue()
                : value.asText().orElse("");
    }

    private void keep(String engine, TemplateWorkload workload, String text) throws IOException {
        Files.writeString(folder.resolve(workload.title() + "." + engine + ".txt"), text);
    }

    private void measure(String engine, TemplateWorkload workload, String way, Supplier<String> render) {
        int batch = warmUp(render);
        double best = 0;
        double bestOfProcess = 0;
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long renders = 0;
        for (int window = 0; window < WINDOWS; window++) {
            long inProcess = process.getProcessCpuTime();
            long start = threads.getCurrentThreadCpuTime();
            long used = 0;
            long count = 0;
            while (used < WINDOW) {
                count += run(render, batch);
                used = threads.getCurrentThreadCpuTime() - start;
            }
            best = Math.max(best, count * 1e9 / used);
            bestOfProcess = Math.max(bestOfProcess, count * 1e9 / (process.getProcessCpuTime() - inProcess));
            renders += count;
        }
        long perRender = (threads.getCurrentThreadAllocatedBytes() - bytes) / renders;
        out.printf(
                Locale.ROOT,
                "%s\t%s\t%s\t%.1f\t%.1f\t%d%n",
                engine,
                workload.title(),
                way,
                best,
                bestOfProcess,
                perRender);
    }

    /** Renders until the compiler had its time; gives how many renders take about a millisecond. */
    private int warmUp(Supplier<String> render) {
        long start = threads.getCurrentThreadCpuTime();
        long count = 0;
        long used = 0;
        while (used < WARM_UP) {
            count += run(render, 1);
            used = threads.getCurrentThreadCpuTime() - start;
        }
        return (int) Math.max(1, count * 1_000_000 / used);
    }

    private static int run(Supplier<String> render, int times) {
        int characters = 0;
        for (int i = 0; i < times; i++) {
            characters += render.get().length();
        }
        if (characters < 0) {
            throw new IllegalStateException("rendered more than can be counted");
        }
        return times;
    }
}
