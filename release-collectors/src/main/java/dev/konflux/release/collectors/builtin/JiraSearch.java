package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A query at one Jira server, page after page. */
final class JiraSearch {

    private static final String FIELDS = "summary,status,assignee,customfield_10667";
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final int MOST_REDIRECTS = 30;
    private static final int OK = 200;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final CollectorContext context;
    private final HttpClient client;
    private final String server;
    private final JiraCredentials credentials;

    JiraSearch(CollectorContext context, String server, JiraCredentials credentials) {
        this.context = context;
        this.client = context.http().orElseThrow(() -> CollectorFailure.of("no HTTP client was given"));
        this.server = server;
        this.credentials = credentials;
    }

    /** All issues of all pages, until as many as the limit were seen. */
    List<Data> issues(String query, BigInteger limit) {
        List<Data> issues = new ArrayList<>();
        String page = "";
        do {
            Data answer = answer(query, page);
            Data found = Fields.require(answer, "issues", "the answer");
            if (PythonEquality.isTrue(found) || found.isNull()) {
                issues.addAll(Fields.array(found, "issues of the answer").items());
            }
            page = nextPage(answer);
            context.listener().progress(issues.size() + " issues so far");
        } while (!page.isEmpty() && BigInteger.valueOf(issues.size()).compareTo(limit) < 0);
        return issues;
    }

    /** The parameters that ask for the next page: several when the token is a list; empty at the end. */
    private static String nextPage(Data answer) {
        Data token = answer.find("nextPageToken").filter(PythonEquality::isTrue).orElse(DataArray.empty());
        List<Data> parts = token.asArray().map(DataArray::items).orElse(List.of(token));
        StringBuilder parameters = new StringBuilder();
        for (Data part : parts) {
            parameters.append("&nextPageToken=").append(encode(part.asText().orElseGet(part::toString)));
        }
        return parameters.toString();
    }

    private Data answer(String query, String page) {
        String parameters = "jql=" + encode(query) + "&fields=" + encode(FIELDS) + page;
        HttpResponse<InputStream> response = follow(uri(withParameters(server + "/rest/api/3/search/jql", parameters)));
        String body = body(response);
        if (response.statusCode() != OK) {
            throw CollectorFailure.of("ERROR: Failed to retrieve data. HTTP Status Code: " + response.statusCode());
        }
        try {
            return JsonReader.create().read(body, "Jira's answer");
        } catch (DataSyntaxException e) {
            throw new CollectorFailure(1, "Jira's answer is not JSON: " + e.getMessage(), e);
        }
    }

    /** A server address that has a query or fragment of its own swallows the path: upstream's way. */
    private static String withParameters(String address, String parameters) {
        int fragment = address.indexOf('#');
        String front = fragment < 0 ? address : address.substring(0, fragment);
        return front + (front.contains("?") ? "&" : "?") + parameters;
    }

    /** Redirects are followed, and the credentials stay with the host they were meant for. */
    private HttpResponse<InputStream> follow(URI first) {
        URI address = first;
        boolean trusted = true;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpResponse<InputStream> response = send(address, trusted);
            String location = response.headers().firstValue("location").orElse("");
            if (!REDIRECTS.contains(response.statusCode()) || location.isEmpty()) {
                return response;
            }
            body(response);
            URI next = resolve(address, location);
            trusted = trusted && sameHost(address, next);
            address = next;
        }
        throw CollectorFailure.of("ERROR: Jira redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpResponse<InputStream> send(URI address, boolean trusted) {
        context.cancellation().check();
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .timeout(context.answerTimeout())
                    .header("Accept", "application/json")
                    .GET();
            if (trusted) {
                request.header("Authorization", credentials.basic());
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IllegalArgumentException e) {
            throw new CollectorFailure(1, "not an address of a server: " + withoutQuery(address), e);
        } catch (IOException e) {
            throw new CollectorFailure(1, "cannot reach " + withoutQuery(address) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CollectorFailure(124, "stopped while waiting for " + withoutQuery(address), e);
        }
    }

    private String body(HttpResponse<InputStream> response) {
        try (InputStream stream = response.body()) {
            byte[] bytes = stream.readNBytes(LARGEST_ANSWER + 1);
            if (bytes.length > LARGEST_ANSWER) {
                throw CollectorFailure.of("Jira's answer is larger than " + LARGEST_ANSWER + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CollectorFailure(1, "Jira's answer broke off: " + e.getMessage(), e);
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new CollectorFailure(1, "not an address of a server: " + text.replaceFirst("\\?.*", ""), e);
        }
    }

    private static URI resolve(URI base, String location) {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new CollectorFailure(1, "Jira redirects to something that is no address", e);
        }
    }

    private static boolean sameHost(URI from, URI to) {
        return String.valueOf(from.getHost()).equalsIgnoreCase(to.getHost())
                && from.getPort() == to.getPort()
                && String.valueOf(from.getScheme()).equalsIgnoreCase(to.getScheme());
    }

    private static String withoutQuery(URI address) {
        return address.getScheme() + "://" + address.getHost() + address.getPath();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%7E", "~")
                .replace("*", "%2A");
    }
}
