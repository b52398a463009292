package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of a GitHub release: one row for each file of the mapping. Only the first component counts. */
final class GitHubRows {

    private static final Pattern REPOSITORY = Pattern.compile("https://github\\.com/([^/]+/[^/]+)");

    private final GitHubRelease release;

    GitHubRows(GitHubRelease release) {
        this.release = release;
    }

    List<DataObject> of(Located data, Located snapshot) {
        List<Located> components = snapshot.require("components").items();
        if (components.isEmpty()) {
            throw snapshot.require("components").problem("expected the component of the GitHub release, found none");
        }
        Data name = components.get(0).require("name").value();
        FixedCves cves = FixedCves.in(data);
        Map<String, String> checksums = checksums();
        String downloads = downloads();
        List<DataObject> rows = new ArrayList<>();
        for (Located entry : ArtifactRows.mappingOf(data, name)) {
            for (Located file : entry.itemsOf("files")) {
                String fileName =
                        FileNames.last(file.find("source").map(Located::text).orElse(""));
                if (!Checksums.isManifest(fileName)) {
                    String purl = "pkg:generic/" + PythonText.str(name) + "@" + release.version() + "?checksum="
                            + checksums.getOrDefault(fileName, "") + "&download_url=" + downloads + fileName;
                    rows.add(row(file, name, purl, cves));
                }
            }
        }
        return rows;
    }

    private static DataObject row(Located file, Data name, String purl, FixedCves cves) {
        DataObject.Builder row = ArtifactRows.row(
                        file.require("arch").value(), file.require("os").value(), purl)
                .put("component", name);
        cves.addTo(row, name);
        return row.build();
    }

    private Map<String, String> checksums() {
        List<String> files = release.checksumFiles()
                .orElseThrow(() -> new ReleaseDataException("Binaries directory does not exist."));
        if (files.isEmpty()) {
            throw new ReleaseDataException("No checksum file was provided.");
        }
        return Checksums.parse(files.get(0));
    }

    private String downloads() {
        Matcher matcher = REPOSITORY.matcher(release.url());
        if (!matcher.find()) {
            throw new ReleaseDataException("Could not parse owner/repo from URL: " + release.url());
        }
        String version = release.version();
        String tag = version.startsWith("v") ? version : "v" + version;
        return "https://github.com/" + matcher.group(1) + "/releases/download/" + tag + "/";
    }
}
