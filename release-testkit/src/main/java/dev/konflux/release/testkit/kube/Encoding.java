package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.YamlWriter;
import dev.konflux.release.testkit.kube.wire.ProtobufWriter;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Documents as the bytes of a media type. */
final class Encoding {

    private Encoding() {}

    /** An answer whose document is written in a media type; JSON stays a document. */
    static KubernetesResponse encoded(KubernetesResponse answer, String type) {
        DataObject body = answer.body().orElseThrow();
        return switch (type) {
            case MediaType.YAML -> answer.withText(type, YamlWriter.create().write(sorted(body)));
            case MediaType.PROTOBUF ->
                ProtobufWriter.write(body)
                        .map(bytes -> answer.withText(type, new String(bytes, StandardCharsets.ISO_8859_1)))
                        .orElse(answer);
            default -> answer;
        };
    }

    private static Data sorted(Data value) {
        if (value instanceof DataArray array) {
            return array.map(Encoding::sorted);
        }
        if (!(value instanceof DataObject object)) {
            return value;
        }
        DataObject.Builder members = DataObject.builder();
        new TreeMap<>(object.members()).forEach((name, member) -> members.put(name, sorted(member)));
        return members.build();
    }
}
