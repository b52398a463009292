package dev.konflux.release.collectors.notify;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Comments on the issues that an advisory fixed, and closes them where a transition is given. An issue that has the comment already or is in the
 * transition's state stays as it is. One issue that cannot be changed does not keep the others from it.
 */
public final class JiraIssues implements ReleaseListener {

    private static final Pattern ISSUE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*-[0-9]+");

    private final NotificationChannel channel;
    private final String server;
    private final Map<String, String> credentials;
    private final Optional<String> transition;

    private JiraIssues(NotificationChannel channel, String server, String authorization, Optional<String> transition) {
        this.channel = channel;
        this.server = server;
        this.credentials = Map.of("Authorization", authorization);
        this.transition = transition;
    }

    /**
     * Comments only.
     *
     * @param server address of the server
     * @param authorization value of the Authorization header
     */
    public static JiraIssues commenting(NotificationChannel channel, String server, String authorization) {
        return new JiraIssues(channel, server, authorization, Optional.empty());
    }

    /** Comments and takes the transition of that name, such as {@code Close}, where an issue offers it. */
    public JiraIssues closingBy(String transitionName) {
        return new JiraIssues(
                channel, server, credentials.getOrDefault("Authorization", ""), Optional.of(transitionName));
    }

    @Override
    public void released(ReleaseEvent event) {
        if (!event.succeeded() || event.advisoryUrl().isEmpty()) {
            return;
        }
        String comment = "Fixed in " + event.advisoryUrl().get();
        List<RuntimeException> failures = new ArrayList<>();
        for (String issue : event.fixedIssues()) {
            if (ISSUE.matcher(issue).matches()) {
                try {
                    comment(issue, comment);
                    transition.ifPresent(name -> close(issue, name));
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void comment(String issue, String comment) {
        String comments = address(issue) + "/comment";
        for (Data known :
                channel.get(comments + "?maxResults=1000", credentials).items("comments")) {
            if (known.findText("body").equals(Optional.of(comment))) {
                return;
            }
        }
        channel.send(
                "POST",
                comments,
                credentials,
                DataObject.of("body", Data.of(comment)).toString());
    }

    /** A transition is offered only from the states it leads out of, so a closed issue is not closed again. */
    private void close(String issue, String name) {
        String transitions = address(issue) + "/transitions";
        for (Data offered : channel.get(transitions, credentials).items("transitions")) {
            if (offered.findText("name").equals(Optional.of(name))) {
                DataObject wanted =
                        DataObject.of("id", Data.of(offered.findText("id").orElse("")));
                channel.send(
                        "POST",
                        transitions,
                        credentials,
                        DataObject.of("transition", wanted).toString());
                return;
            }
        }
    }

    private String address(String issue) {
        return server + "/rest/api/2/issue/" + URLEncoder.encode(issue, StandardCharsets.UTF_8);
    }
}
