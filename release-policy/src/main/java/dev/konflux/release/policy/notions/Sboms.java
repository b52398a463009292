package dev.konflux.release.policy.notions;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The software bills of materials of the image: attested, attached, or named by its build tasks. Each different one once, in order. */
public final class Sboms {

    private static final Set<String> ARTIFACT_TYPES = Set.of("application/spdx+json", "application/vnd.cyclonedx+json");

    private final Scene scene;
    private final Supplier<List<Value>> fetched = Suppliers.memoize(this::fetch);
    private final Supplier<List<Value>> cyclonedx = Suppliers.memoize(
            () -> all("https://cyclonedx.org/bom", sbom -> sbom.get("bomFormat").is("CycloneDX")));
    private final Supplier<List<Value>> spdx = Suppliers.memoize(
            () -> all("https://spdx.dev/Document", sbom -> sbom.get("SPDXID").is("SPDXRef-DOCUMENT")));

    private final Supplier<List<Value>> components = Suppliers.memoize(() -> each(cyclonedx(), "components"));
    private final Supplier<List<Value>> packages = Suppliers.memoize(() -> each(spdx(), "packages"));

    Sboms(Scene scene) {
        this.scene = scene;
    }

    /** The SBOMs in CycloneDX. */
    public List<Value> cyclonedx() {
        return cyclonedx.get();
    }

    /** The SBOMs in SPDX. */
    public List<Value> spdx() {
        return spdx.get();
    }

    /** The components of all SBOMs in CycloneDX. */
    public List<Value> components() {
        return components.get();
    }

    /** The packages of all SBOMs in SPDX. */
    public List<Value> packages() {
        return packages.get();
    }

    private static List<Value> each(List<Value> sboms, String member) {
        return sboms.stream().flatMap(sbom -> sbom.get(member).each().stream()).toList();
    }

    /** All SBOMs, those in CycloneDX first. */
    public List<Value> all() {
        List<Value> all = new ArrayList<>(cyclonedx());
        all.addAll(spdx());
        return all;
    }

    private List<Value> all(String predicateType, Predicate<Value> format) {
        Set<Value> sboms = new TreeSet<>();
        for (Value attestation : scene.attestations().all()) {
            Value statement = attestation.get("statement");
            Value predicate = statement.get("predicate");
            if (statement.get("predicateType").is(predicateType) && predicate.isDefined()) {
                sboms.add(predicate);
            }
        }
        fetched.get().stream().filter(format).forEach(sboms::add);
        return List.copyOf(sboms);
    }

    private List<Value> fetch() {
        List<Value> sboms = new ArrayList<>();
        Value digest = ImageReference.digestOf(scene.image());
        for (Task task : scene.attestations().buildTasks()) {
            if (digest.same(task.result("IMAGE_DIGEST"))) {
                sboms.add(scene.registry().parsedBlob(task.result("SBOM_BLOB_URL")));
            }
        }
        for (Value referrer : scene.registry().referrers(scene.image())) {
            if (referrer.get("artifactType")
                    .text()
                    .filter(ARTIFACT_TYPES::contains)
                    .isPresent()) {
                sboms.add(scene.registry().parsedBlob(referrer.get("ref")));
            }
        }
        for (Value reference : scene.registry().tagReferences(scene.image())) {
            if (reference.endsWith(".sbom")) {
                sboms.add(scene.registry().parsedFirstLayer(reference));
            }
        }
        return sboms.stream().filter(Value::isDefined).toList();
    }
}
