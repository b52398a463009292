package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.math.BigInteger;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides what becomes of a request for an advisory. Nothing is written, but a number is reserved when a new advisory needs one. */
public final class AdvisoryCreation {

    private static final DateTimeFormatter SHIP_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int YEAR_DIGITS = 4;

    private final AdvisoryRepository repository;
    private final LiveIds liveIds;
    private final InstantSource clock;

    /** A creation of advisories in the given surroundings. */
    public AdvisoryCreation(AdvisoryRepository repository, LiveIds liveIds, InstantSource clock) {
        this.repository = repository;
        this.liveIds = liveIds;
        this.clock = clock;
    }

    /**
     * The outcome of a request.
     *
     * @param signing the data of the request's config map
     * @throws ReleaseDataException when the advisory cannot be created
     */
    public AdvisoryOutcome outcome(AdvisoryRequest request, DataObject signing) {
        if (!request.contentType().isKnown()) {
            throw new ReleaseDataException(
                    "Unsupported contentType: " + request.contentType().name());
        }
        String listName = request.contentType().contentKey();
        List<Data> rows = request.notes().items("content", listName);
        UnpublishedRows remaining = UnpublishedRows.of(rows, request.contentType(), request.origin(), repository);
        if (remaining.isNothingLeft()) {
            return new AdvisoryOutcome.AlreadyPublished(linkOf(remaining));
        }
        SigningKey key = SigningKey.of(signing, request.signingConfigMap());
        DataObject notes = request.notes().withPath(key.addedTo(remaining.rows()), "content", listName);
        List<Data> published = new ArrayList<>(rows);
        published.removeAll(new HashSet<>(remaining.rows()));
        return created(request, notes, published);
    }

    /** A release without any rows cannot point to an advisory; the real service fails then too. */
    private AdvisoryLink linkOf(UnpublishedRows nothingLeft) {
        return nothingLeft
                .newest()
                .orElseThrow(() -> new ReleaseDataException("all content matched but latest advisory path was not set"))
                .link(repository.gitUrl());
    }

    private AdvisoryOutcome created(AdvisoryRequest request, DataObject notes, List<Data> published) {
        String shipDate = SHIP_DATE.format(clock.instant());
        String year = shipDate.substring(0, YEAR_DIGITS);
        Optional<Located> asked =
                Located.root(notes).find("live_id").filter(id -> !id.value().isNull());
        BigInteger number = asked.isPresent() ? LiveId.of(asked.get()) : liveIds.reserve();
        String digits = LiveId.padded(number);
        if (repository.hasNumber(year, digits)) {
            throw new ReleaseDataException("An advisory with number " + digits + " already exists");
        }
        String name = year + ":" + digits;
        String path = "data/advisories/" + request.origin() + "/" + year + "/" + digits + "/advisory.yaml";
        String type = PythonText.str(notes.find("type").orElse(Data.of("")));
        return new AdvisoryOutcome.Created(
                name,
                shipDate,
                path,
                notes,
                published,
                "[Konflux Release] new advisory for " + request.componentGroup(),
                AdvisoryLink.of(repository.gitUrl(), path, type, name));
    }
}
