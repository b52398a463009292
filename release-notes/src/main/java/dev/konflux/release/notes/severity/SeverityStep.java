package dev.konflux.release.notes.severity;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Setting the severity in the release data. Only security advisories of images have a computed one.
 *
 * @param data the release data afterwards
 * @param failed whether the release stops here
 * @param messages what the step says
 */
public record SeverityStep(Data data, boolean failed, List<String> messages) {

    private static final String SECURITY = "RHSA";

    /** Keeps its own copy of the messages. */
    public SeverityStep {
        messages = List.copyOf(messages);
    }

    /**
     * Sets the severity.
     *
     * @param data the release data; null when there is none
     * @param request asks for the severity of rows of images
     */
    public static SeverityStep of(Data data, Function<List<Data>, SeverityAnswer> request) {
        Optional<DataObject> object = data.asObject();
        if (object.isEmpty()) {
            return failure(data, "No data JSON was provided.");
        }
        if (!data.findText("releaseNotes", "type").filter(SECURITY::equals).isPresent()) {
            return withoutSeverity(object.get());
        }
        if (FixedCveCount.of(data.find("releaseNotes", "content").orElse(Data.nothing())) == 0) {
            return failure(
                    data,
                    "Provided advisory type is RHSA, but no fixed CVEs were listed",
                    "RHSA should only be used if CVEs are fixed in the advisory. Failing...");
        }
        if (!data.items("releaseNotes", "content", "artifacts").isEmpty()) {
            return new SeverityStep(
                    data, false, List.of("Generic artifact type detected, not setting advisory severity"));
        }
        return answered(object.get(), request.apply(data.items("releaseNotes", "content", "images")));
    }

    private static SeverityStep answered(DataObject data, SeverityAnswer answer) {
        if (!answer.isSuccess()) {
            return failure(data, "The InternalRequest to find the severity was unsuccessful", answer.result());
        }
        // a success that tells no severity sets the text null
        String severity = answer.severity().orElse("null");
        return new SeverityStep(
                data.withPath(Data.of(severity), "releaseNotes", "severity"),
                false,
                List.of("Setting severity to " + severity));
    }

    private static SeverityStep withoutSeverity(DataObject data) {
        ImmutableList.Builder<String> messages =
                ImmutableList.<String>builder().add("Advisory is not of type RHSA. Not setting severity");
        Optional<DataObject> notes = data.findObject("releaseNotes").filter(found -> found.has("severity"));
        if (notes.isEmpty()) {
            return new SeverityStep(data, false, messages.build());
        }
        messages.add("User provided severity key for non RHSA advisory. Removing it");
        return new SeverityStep(data.with("releaseNotes", notes.get().without("severity")), false, messages.build());
    }

    private static SeverityStep failure(Data data, String... messages) {
        return new SeverityStep(data, true, List.of(messages));
    }
}
