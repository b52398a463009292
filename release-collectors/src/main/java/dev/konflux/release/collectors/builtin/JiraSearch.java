package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.http.WebServer;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A query at one Jira server, page after page. */
final class JiraSearch {

    private static final String FIELDS = "summary,status,assignee,customfield_10667";
    private static final int OK = 200;

    private final CollectorContext context;
    private final WebServer web;
    private final String server;
    private final JiraEdition edition;
    private final JiraCredentials credentials;

    JiraSearch(
            CollectorContext context, WebServer web, String server, JiraEdition edition, JiraCredentials credentials) {
        this.context = context;
        this.web = web;
        this.server = server;
        this.edition = edition;
        this.credentials = credentials;
    }

    /** All issues of all pages, until as many as the limit were seen. */
    List<Data> issues(String query, BigInteger limit) {
        List<Data> issues = new ArrayList<>();
        String page = edition.firstPage();
        do {
            Data answer = answer(query, page);
            Data found = Fields.require(answer, "issues", "the answer");
            if (PythonEquality.isTrue(found) || found.isNull()) {
                issues.addAll(Fields.array(found, "issues of the answer").items());
            }
            page = edition.next(answer, issues.size());
            context.listener().progress(issues.size() + " issues so far");
        } while (!page.isEmpty() && BigInteger.valueOf(issues.size()).compareTo(limit) < 0);
        return issues;
    }

    private Data answer(String query, String page) {
        String parameters = "jql=" + JiraEdition.encode(query) + "&fields=" + JiraEdition.encode(FIELDS) + page;
        HttpAnswer answer = web.get(
                withParameters(server + edition.path(), parameters),
                Map.of("Accept", "application/json"),
                Map.of("Authorization", credentials.header()));
        if (answer.status() != OK) {
            throw CollectorFailure.of("ERROR: Failed to retrieve data. HTTP Status Code: " + answer.status());
        }
        try {
            return JsonReader.create().read(answer.text(), "Jira's answer");
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
}
