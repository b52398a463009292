package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.Capabilities;
import java.util.List;
import java.util.Optional;

/** Answers from the table of a case: function, arguments, value. A call that is not listed has no answer. */
final class RecordedCapabilities implements Capabilities {

    private final DataObject table;

    RecordedCapabilities(DataObject table) {
        this.table = table;
    }

    private Optional<Data> answer(String function, Data... arguments) {
        DataArray wanted = DataArray.of(arguments);
        return table.find(function, "always")
                .or(() -> table.find(function).stream()
                        .flatMap(recorded -> recorded.items("calls").stream())
                        .filter(call -> call.find("args").filter(wanted::equals).isPresent())
                        .findFirst()
                        .flatMap(call -> call.find("value")));
    }

    @Override
    public Optional<Data> imageManifest(String reference) {
        return answer("ec.oci.image_manifest", Data.of(reference));
    }

    @Override
    public Optional<Data> imageManifests(List<String> sortedReferences) {
        return answer("ec.oci.image_manifests", DataArray.ofTexts(sortedReferences));
    }

    @Override
    public Optional<Data> imageIndex(String reference) {
        return answer("ec.oci.image_index", Data.of(reference));
    }

    @Override
    public Optional<Data> imageFiles(String reference, List<String> paths) {
        return answer("ec.oci.image_files", Data.of(reference), DataArray.ofTexts(paths));
    }

    @Override
    public Optional<Data> imageReferrers(String reference) {
        return answer("ec.oci.image_referrers", Data.of(reference));
    }

    @Override
    public Optional<Data> imageTagReferences(String reference) {
        return answer("ec.oci.image_tag_refs", Data.of(reference));
    }

    @Override
    public Optional<Data> descriptor(String reference) {
        return answer("ec.oci.descriptor", Data.of(reference));
    }

    @Override
    public Optional<Data> blob(String reference) {
        return answer("ec.oci.blob", Data.of(reference));
    }

    @Override
    public Optional<Data> blobFiles(String reference, List<String> paths) {
        return answer("ec.oci.blob_files", Data.of(reference), DataArray.ofTexts(paths));
    }

    @Override
    public Optional<Data> verifyImage(String reference, DataObject options) {
        return answer("ec.sigstore.verify_image", Data.of(reference), options);
    }

    @Override
    public Optional<Data> verifyAttestation(String reference, DataObject options) {
        return answer("ec.sigstore.verify_attestation", Data.of(reference), options);
    }
}
