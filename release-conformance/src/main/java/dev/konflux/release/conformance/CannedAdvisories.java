package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.advisory.AdvisoryRepository;
import dev.konflux.release.notes.advisory.PublishedAdvisory;
import java.util.Comparator;
import java.util.List;

/** The advisories of a case. */
record CannedAdvisories(DataObject input) implements AdvisoryRepository {

    static AdvisoryRepository of(DataObject input) {
        return new CannedAdvisories(input);
    }

    @Override
    public String gitUrl() {
        return input.findText("gitRepo").orElse("");
    }

    @Override
    public List<PublishedAdvisory> newestFirst(String origin) {
        return input.items("advisories").stream()
                .sorted(Comparator.comparingDouble(CannedAdvisories::time).reversed())
                .map(advisory -> new PublishedAdvisory(
                        path(origin, advisory), advisory.findObject("document").orElse(DataObject.empty())))
                .toList();
    }

    private static double time(Data advisory) {
        return advisory.find("mtime")
                .flatMap(Data::asNumber)
                .map(DataNumber::doubleValue)
                .orElse(0.0);
    }

    private static String path(String origin, Data advisory) {
        return "data/advisories/" + origin + "/" + advisory.findText("year").orElse("") + "/"
                + advisory.findText("number").orElse("") + "/advisory.yaml";
    }

    @Override
    public boolean hasNumber(String year, String number) {
        String end = "/" + year + "/" + number + "/advisory.yaml";
        boolean isOwn = input.items("advisories").stream()
                .anyMatch(advisory -> path("", advisory).endsWith(end));
        return isOwn
                || input.items("otherPaths").stream()
                        .anyMatch(path -> path.asText().orElse("").endsWith(end));
    }
}
