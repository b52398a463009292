package dev.konflux.release.testkit.kube.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Built-in objects as protobuf and back. */
class ProtobufTest {

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "").asObject().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"ConfigMap\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"m\", \"labels\": {\"a\": \"b\", \"c\": \"d\"}}, \"data\": {\"k\": \"äöü\"}, \"binaryData\": {\"b\": \"AAEC\"}, \"immutable\": true}",
                "{\"kind\": \"Secret\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"s\", \"finalizers\": [\"x/y\", \"z\"]}, \"data\": {\"k\": \"dg==\"}, \"type\": \"Opaque\"}",
                "{\"kind\": \"RoleBinding\", \"apiVersion\": \"rbac.authorization.k8s.io/v1\", \"metadata\": {\"name\": \"b\", \"generation\": 3, \"ownerReferences\": [{\"kind\": \"Release\", \"name\": \"r\", \"uid\": \"u\", \"apiVersion\": \"a/v1\", \"controller\": true}]}, \"subjects\": [{\"kind\": \"ServiceAccount\", \"name\": \"sa\", \"namespace\": \"n\"}], \"roleRef\": {\"apiGroup\": \"rbac.authorization.k8s.io\", \"kind\": \"Role\", \"name\": \"r\"}}",
                "{\"kind\": \"ConfigMap\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"t\", \"creationTimestamp\": \"2026-01-02T03:04:05Z\", \"managedFields\": [{\"manager\": \"m\", \"fieldsV1\": {\"f:data\": {}}}]}}",
                "{\"kind\": \"Lease\", \"apiVersion\": \"coordination.k8s.io/v1\", \"metadata\": {\"name\": \"l\"}, \"spec\": {\"holderIdentity\": \"me\", \"leaseDurationSeconds\": 15, \"renewTime\": \"2026-01-02T03:04:05.123456Z\"}}"
            })
    void whatIsWrittenIsReadBack(String text) {
        byte[] written = ProtobufWriter.write(json(text)).orElseThrow();

        assertThat(ProtobufReader.read(written)).isEqualTo(json(text));
    }

    @Test
    void theBytesAreThoseOfGo() {
        DataObject map = json(
                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"m\"}, \"data\": {\"k\": \"v\"}}");

        // magic, then {1: {1: "v1", 2: "ConfigMap"}, 2: {1: {1: "m"}, 2: {1: "k", 2: "v"}}}
        assertThat(ProtobufWriter.write(map).orElseThrow())
                .isEqualTo(HexFormat.of()
                        .parseHex("6b387300" + "0a0f" + "0a027631" + "1209" + "436f6e6669674d6170" + "120d" + "0a03"
                                + "0a016d" + "1206" + "0a016b" + "120176"));
    }

    @Test
    void fieldsNobodyKnowsArePassedOver() {
        byte[] known = HexFormat.of()
                .parseHex("6b387300" + "0a0f0a0276311209436f6e6669674d6170" + "1209" + "0a03" + "0a016d" + "9a0601"
                        + "78");

        assertThat(ProtobufReader.read(known).findText("metadata", "name")).contains("m");
    }

    @Test
    void aMapWithAHundredThousandEntriesIsReadOnceThrough() {
        Message entry = new Message().text(1, "k").text(2, "v");
        Message map = new Message().message(1, new Message().text(1, "m"));
        for (int i = 0; i < 100_000; i++) {
            map.message(2, entry);
        }
        Message type = new Message().text(1, "v1").text(2, "ConfigMap");
        byte[] message = new Message().message(1, type).message(2, map).bytes();
        byte[] body = new byte[message.length + 4];
        System.arraycopy(new byte[] {'k', '8', 's', 0}, 0, body, 0, 4);
        System.arraycopy(message, 0, body, 4, message.length);

        assertThat(ProtobufReader.read(body).findText("data", "k")).contains("v");
    }

    @Test
    void customKindsHaveNoForm() {
        assertThat(ProtobufWriter.write(
                        json("{\"apiVersion\": \"appstudio.redhat.com/v1alpha1\", \"kind\": \"Release\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "6b3873",
                "00000000",
                "6b387300",
                "6b3873000a",
                "6b3873000aff",
                "6b387300ffffffffffffffffffff01",
                "6b3873000a0f0a0276311209436f6e6669674d617012ffffffff0f",
                "6b3873000a0f0a0276311209436f6e6669674d6170120b"
            })
    void brokenMessagesAreRefused(String hex) {
        assertThatThrownBy(() -> ProtobufReader.read(HexFormat.of().parseHex(hex)))
                .isInstanceOf(ProtobufException.class)
                .hasMessageNotContaining("Exception");
    }

    @Test
    void bytesAtRandomAreReadOrRefused() {
        Random random = new Random(1);
        byte[] whole = ProtobufWriter.write(
                        json(
                                "{\"kind\": \"RoleBinding\", \"apiVersion\": \"rbac.authorization.k8s.io/v1\", \"metadata\": {\"name\": \"b\", \"creationTimestamp\": \"2026-01-02T03:04:05Z\"}, \"roleRef\": {\"kind\": \"Role\", \"name\": \"r\"}}"))
                .orElseThrow();
        for (int i = 0; i < Integer.getInteger("testkit.fuzz", 1000); i++) {
            byte[] changed = Arrays.copyOf(whole, random.nextInt(4, whole.length + 1));
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            isReadOrRefused(changed);
        }
    }

    private static void isReadOrRefused(byte[] body) {
        try {
            assertThat(ProtobufReader.read(body).has("kind")).isTrue();
        } catch (ProtobufException refused) {
            assertThat(refused.problem())
                    .as(Base64.getEncoder().encodeToString(body))
                    .isNotEmpty();
        }
    }
}
