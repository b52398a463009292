package dev.konflux.release.examples.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.collectors.Collectors;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlugInPathsTest {

    private static final String PLUG_IN = "dev.konflux.release.examples.changelog";

    /** What the plug-in needs at run time; the libraries for tests are no modules that fit together. */
    private static final Pattern NEEDED =
            Pattern.compile(".*(collector-plugin|release-model|release-collectors)[\\\\/]target[\\\\/].*"
                    + "|.*(jackson|snakeyaml|guava|failureaccess|re2j|jgit|JavaEWAH|commons-codec|slf4j-api).*\\.jar");

    @Test
    void theClassPathIsSearched() {
        assertThat(Collectors.installed().find("changelog")).containsInstanceOf(ChangelogCollector.class);
    }

    @Test
    void theModulePathIsSearched() throws Exception {
        Path[] places = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> NEEDED.matcher(place).matches() && !place.contains("test-classes"))
                .map(Path::of)
                .toArray(Path[]::new);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration modules =
                boot.configuration().resolve(ModuleFinder.of(places), ModuleFinder.of(), List.of(PLUG_IN));
        ModuleLayer layer = boot.defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader());
        ClassLoader loader = layer.findLoader(PLUG_IN);
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Class<?> collectors = loader.loadClass(Collectors.class.getName());
            Object installed = collectors.getMethod("installed").invoke(null);

            assertThat(collectors.getModule().isNamed()).isTrue();
            assertThat((List<?>) collectors.getMethod("types").invoke(installed))
                    .map(String::valueOf)
                    .contains("changelog")
                    .contains("cve");
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }
}
