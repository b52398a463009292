package dev.konflux.release.notes.advisory;

import static dev.konflux.release.notes.content.Documents.json;

import java.util.List;

/** A repository that holds the given advisories, newest first. */
public record AdvisoriesInMemory(List<PublishedAdvisory> newest) implements AdvisoryRepository {

    /** One advisory of the year 2026 with the given images. */
    public static PublishedAdvisory advisory(String number, String type, String images) {
        return new PublishedAdvisory(
                "data/advisories/tenant/2026/" + number + "/advisory.yaml",
                json("{'metadata': {'name': '2026:" + number + "'}, 'spec': {'type': '" + type
                        + "', 'content': {'images': " + images + "}}}"));
    }

    @Override
    public String gitUrl() {
        return "https://gitlab.example.com/releng/advisories.git";
    }

    @Override
    public List<PublishedAdvisory> newestFirst(String origin) {
        return newest;
    }

    @Override
    public boolean hasNumber(String year, String number) {
        return newest.stream().anyMatch(advisory -> advisory.path().contains("/" + year + "/" + number + "/"));
    }
}
