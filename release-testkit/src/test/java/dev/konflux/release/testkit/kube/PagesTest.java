package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in parts, and where watches begin. */
class PagesTest {

    private static final String IN_SHOP = "/api/v1/namespaces/shop/configmaps";

    private final KubernetesHandler cluster = KubernetesHandler.of(Stores.withNamespaces("shop", "other"));

    private void maps(String namespace, String... names) {
        for (String name : names) {
            cluster.answer(KubernetesRequest.of("POST", "/api/v1/namespaces/" + namespace + "/configmaps")
                    .with(
                            "application/json",
                            "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"%s\"}}"
                                    .formatted(name)));
        }
    }

    private DataObject answer(KubernetesRequest request) {
        return cluster.answer(request).body().orElseThrow();
    }

    private static List<String> names(Data list) {
        return list.items("items").stream()
                .map(item -> item.findText("metadata", "name").orElse(""))
                .toList();
    }

    private static String continued(Data list) {
        return list.findText("metadata", "continue").orElse("");
    }

    private String message(KubernetesRequest request) {
        return answer(request).findText("message").orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {IN_SHOP, "/api/v1/configmaps", "/api/v1/namespaces"})
    void pagesMakeUpTheWholeList(String path) {
        maps("shop", "a", "b", "c");
        maps("other", "b", "d");
        List<String> all = new ArrayList<>();
        KubernetesRequest request = KubernetesRequest.of("GET", path).asking("limit", "2");

        Data page = answer(request);
        while (!continued(page).isEmpty()) {
            all.addAll(names(page));
            page = answer(request.asking("continue", continued(page)));
        }
        all.addAll(names(page));

        assertThat(all).isEqualTo(names(answer(KubernetesRequest.of("GET", path))));
    }

    @Test
    void aTokenNamesTheLastObjectOfThePage() {
        maps("shop", "a", "b");

        Data page = answer(KubernetesRequest.of("GET", IN_SHOP).asking("limit", "1"));

        assertThat(new String(Base64.getUrlDecoder().decode(continued(page)), StandardCharsets.UTF_8))
                .isEqualTo("{\"v\":\"meta.k8s.io/v1\",\"rv\":4,\"start\":\"a\\u0000\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not!base64|: illegal base64 data at input byte 3",
                "abcde|: illegal base64 data at input byte 4",
                "garbage|: invalid character '\\u0081' looking for beginning of value",
                "e30|: server does not recognize this encoded version",
                "eyJ2IjoibWV0YS5rOHMuaW8vdjEifQ|: incorrect encoded start resourceVersion (version meta.k8s.io/v1)",
                "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MX0|: encoded start key empty (version meta.k8s.io/v1)",
                "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MSwic3RhcnQiOiIuLi94In0|: ../x"
            })
    void aTokenThatNobodyGaveIsRefused(String token, String why) {
        assertThat(message(KubernetesRequest.of("GET", IN_SHOP).asking("continue", token))
                        .strip())
                .isEqualTo("invalid continue token: continue key is not valid" + why);
    }

    @Test
    void aTokenAndAVersionExcludeEachOther() {
        maps("shop", "a", "b");
        KubernetesRequest request = KubernetesRequest.of("GET", IN_SHOP).asking("limit", "1");
        KubernetesRequest next =
                request.asking("continue", continued(answer(request))).asking("resourceVersion", "4");

        assertThat(message(next)).isEqualTo("specifying resource version is not allowed when using continue");
        assertThat(message(next.asking("resourceVersionMatch", "Exact")))
                .isEqualTo("ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden:"
                        + " resourceVersionMatch is forbidden when continue is provided");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, abc, 'strconv.ParseInt: parsing \"abc\": invalid syntax'",
        "limit, 99999999999999999999, 'strconv.ParseInt: parsing \"99999999999999999999\": value out of range'",
        "timeoutSeconds, 1s, 'strconv.ParseInt: parsing \"1s\": invalid syntax'"
    })
    void numbersMustBeNumbers(String name, String value, String problem) {
        KubernetesRequest request = KubernetesRequest.of("GET", IN_SHOP).asking("watch", "1");

        assertThat(message(request.asking(name, value))).isEqualTo(problem);
    }

    @Test
    void aLimitBesideAVersionMeansThatVersion() {
        maps("shop", "a", "b");

        Data page =
                answer(KubernetesRequest.of("GET", IN_SHOP).asking("limit", "5").asking("resourceVersion", "3"));

        assertThat(names(page)).containsExactly("a");
    }

    private List<String> events(KubernetesRequest watch) {
        return cluster.answer(watch).watch().orElseThrow().take().stream()
                .map(event -> event.findText("type").orElse(""))
                .toList();
    }

    @Test
    void aWatchWithoutAVersionBeginsWithWhatIsThereUnlessToldOtherwise() {
        maps("shop", "a");
        KubernetesRequest watch = KubernetesRequest.of("GET", IN_SHOP).asking("watch", "yes");

        assertThat(events(watch)).containsExactly("ADDED");
        assertThat(events(watch.asking("allowWatchBookmarks", "true"))).containsExactly("ADDED");
        KubernetesRequest aware =
                watch.asking("allowWatchBookmarks", "true").asking("resourceVersionMatch", "NotOlderThan");
        assertThat(events(aware.asking("sendInitialEvents", "true"))).containsExactly("ADDED", "BOOKMARK");
        assertThat(events(aware.asking("sendInitialEvents", "false"))).isEmpty();
    }
}
