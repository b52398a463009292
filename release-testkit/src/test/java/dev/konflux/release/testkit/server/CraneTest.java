package dev.konflux.release.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.testkit.surroundings.ImagesInMemory;
import dev.konflux.release.testkit.surroundings.SampleImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loopback registry and a real client, {@code crane} of google/go-containerregistry: on the path, or where {@code -Dcrane=FILE} says. */
class CraneTest {

    private static final SampleImage WEB =
            SampleImage.named("web 1.4.0").on("amd64", "arm64").label("version", "1.4.0");

    private final ImagesInMemory images = new ImagesInMemory();
    private final RegistryServer quay = RegistryServer.start(images, "quay.io");

    @TempDir
    Path folder;

    @BeforeEach
    void requireCrane() {
        assumeTrue(isThere(), "crane is not installed: nothing is pulled or pushed by a real client");
    }

    @AfterEach
    void stop() {
        quay.close();
    }

    private boolean isThere() {
        try {
            crane("version");
            return true;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private String crane(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("crane", "crane")));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "crane", ".txt");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        process.environment().put("DOCKER_CONFIG", folder.toString());
        int code = process.start().waitFor();
        String text = Files.readString(output).strip();
        if (code != 0) {
            throw new IOException("crane " + String.join(" ", arguments) + ": " + text);
        }
        return text;
    }

    @Test
    void anImageForSeveralPlatformsIsPulledByDigestAndPushedElsewhere() throws Exception {
        String web = images.push("quay.io/shop/web:1.4.0", WEB);
        String digest = web.substring(web.indexOf("sha256"));

        crane("copy", quay.host() + "/shop/web@" + digest, quay.host() + "/redhat-prod/shop----web:1.4.0");

        assertThat(crane("digest", quay.host() + "/redhat-prod/shop----web:1.4.0"))
                .isEqualTo(digest);
        assertThat(images.registry().platforms("quay.io/redhat-prod/shop----web:1.4.0"))
                .extracting(ImagePlatform::architecture)
                .containsExactly("amd64", "arm64");
    }

    @Test
    void everyBlobAndDigestOfAnImageIsInOrder() throws Exception {
        images.push("quay.io/shop/web:1.4.0", WEB);

        assertThat(crane("validate", "--remote", quay.host() + "/shop/web:1.4.0"))
                .startsWith("PASS");
        assertThat(crane("config", "--platform", "linux/arm64", quay.host() + "/shop/web:1.4.0"))
                .contains("\"architecture\":\"arm64\"");
    }

    @Test
    void aNewLayerIsPushedAndTagsAreListed() throws Exception {
        images.push("quay.io/shop/web:1.4.0", WEB);
        Path layer = Files.write(folder.resolve("layer.tar"), new byte[10240]);

        crane("append", "-f", layer.toString(), "-t", quay.host() + "/shop/web:1.5.0");

        assertThat(crane("ls", quay.host() + "/shop/web").lines()).containsExactly("1.4.0", "1.5.0");
        assertThat(images.registry().tags("quay.io/shop/web")).containsExactly("1.4.0", "1.5.0");
    }

    @Test
    void aLoginIsDemandedAndAccepted() throws Exception {
        images.push("quay.io/shop/web:1.4.0", WEB);
        quay.requireLogin("robot", "s3cret");
        Files.writeString(
                folder.resolve("config.json"),
                "{\"auths\": {\"" + quay.host() + "\": {\"username\": \"robot\", \"password\": \"s3cret\"}}}",
                StandardCharsets.UTF_8);

        assertThat(crane("ls", quay.host() + "/shop/web")).isEqualTo("1.4.0");
        assertThat(quay.requests()).extracting(RecordedRequest::login).contains("Basic", "Bearer");
    }
}
