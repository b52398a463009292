package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;

/** What changed between the SBOMs of earlier and present images, component by component. */
final class SbomComparison {

    private final CollectorContext context;
    private final List<DataObject> cves = new ArrayList<>();
    private final DataObject.Builder packages = DataObject.builder();

    SbomComparison(CollectorContext context) {
        this.context = context;
    }

    /** Compares one component; one whose SBOMs cannot be read is only reported, as with scans. */
    void add(Data component, String earlierImage, String image) {
        context.cancellation().check();
        try {
            Sbom before = Sbom.read(SbomDiffCollector.sbom(context, earlierImage));
            Sbom now = Sbom.read(SbomDiffCollector.sbom(context, image));
            before.vulnerabilities().stream()
                    .filter(id -> !now.vulnerabilities().contains(id))
                    .forEach(id -> cves.add(DataObject.of("key", Data.of(id), "component", component)));
            packages.put(
                    component.asText().orElseGet(component::toString), DataArray.of(now.packagesChangedSince(before)));
        } catch (CollectorFailure e) {
            context.listener().progress("Cannot compare " + image + ": " + e.getMessage());
        }
    }

    DataObject answer() {
        return Notes.cves(cves).with("packages", packages.build());
    }
}
