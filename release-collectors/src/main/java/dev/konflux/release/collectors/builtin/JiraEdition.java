package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.PythonEquality;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** The two kinds of Jira, which are searched and paged differently. */
enum JiraEdition {

    /** Jira Cloud, the one upstream knows: pages are linked by tokens, and the server decides how long they are. */
    CLOUD("/rest/api/3/search/jql", "") {
        @Override
        String next(Data answer, int seen) {
            Data token =
                    answer.find("nextPageToken").filter(PythonEquality::isTrue).orElse(DataArray.empty());
            // A token that is a list becomes several parameters: upstream's way.
            List<Data> parts = token.asArray().map(DataArray::items).orElse(List.of(token));
            StringBuilder parameters = new StringBuilder();
            for (Data part : parts) {
                parameters.append("&nextPageToken=").append(encode(part.asText().orElseGet(part::toString)));
            }
            return parameters.toString();
        }
    },

    /** Jira Data Center: pages are counted. */
    DATACENTER("/rest/api/2/search", "&startAt=0&maxResults=100") {
        @Override
        String next(Data answer, int seen) {
            OptionalLong total = answer.find("total")
                    .flatMap(Data::asNumber)
                    .map(DataNumber::asLong)
                    .orElse(OptionalLong.empty());
            boolean isLast = answer.items("issues").isEmpty() || (total.isPresent() && seen >= total.getAsLong());
            return isLast ? "" : "&startAt=" + seen + "&maxResults=100";
        }
    };

    private final String path;
    private final String firstPage;

    JiraEdition(String path, String firstPage) {
        this.path = path;
        this.firstPage = firstPage;
    }

    static JiraEdition of(String name) {
        return switch (name) {
            case "cloud" -> CLOUD;
            case "datacenter" -> DATACENTER;
            default ->
                throw CollectorFailure.of("Error: edition must be 'cloud' or 'datacenter', found '" + name + "'");
        };
    }

    /** Where searches go. */
    String path() {
        return path;
    }

    /** The parameters that ask for the first page. */
    String firstPage() {
        return firstPage;
    }

    /**
     * The parameters that ask for the page after an answer; empty when it was the last.
     *
     * @param seen number of issues so far
     */
    abstract String next(Data answer, int seen);

    /** As Python's client encodes parameters. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%7E", "~")
                .replace("*", "%2A");
    }
}
