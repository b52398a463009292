package dev.konflux.release.notes.pyxis;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.List;

/**
 * What publishing the repositories of a Snapshot does in the catalog.
 *
 * @param changes the changes of records, in order
 * @param pages the catalog's pages of the repositories that are published before or now
 * @param openRepositories names of the repositories whose images are signed for access without a login
 */
public record PyxisPublication(List<Change> changes, List<Page> pages, List<String> openRepositories) {

    /** Keeps its own copies. */
    public PyxisPublication {
        changes = List.copyOf(changes);
        pages = List.copyOf(pages);
        openRepositories = List.copyOf(openRepositories);
    }

    /**
     * A change of a record.
     *
     * @param id of the record
     * @param fields the fields that are set
     */
    public record Change(String id, DataObject fields) {}

    /**
     * The page of a component's repository.
     *
     * @param component the component's name
     * @param url the page
     */
    public record Page(String component, String url) {}

    /**
     * Works out what publishing would do; nothing is changed.
     *
     * @throws ReleaseDataException when the catalog does not know a repository
     */
    public static PyxisPublication plan(DataObject data, DataObject snapshot, PyxisRecords records) {
        Data components = snapshot.find("components").orElse(Data.nothing());
        List<Data> all = components
                .asArray()
                .map(DataArray::items)
                .orElseThrow(() -> new ReleaseDataException("snapshot components must be a JSON array"));
        PublicationPlan plan = new PublicationPlan(PublicationSettings.of(data), records);
        for (Data item : all) {
            if (item instanceof DataObject component) {
                publish(component, plan);
            }
        }
        return plan.done();
    }

    private static void publish(DataObject component, PublicationPlan plan) {
        for (Data repository : component.items("repositories")) {
            repository.findText("url").filter(url -> !url.isBlank()).ifPresent(url -> plan.publish(component, url));
        }
    }

    /** What the release data says about publishing. */
    private record PublicationSettings(boolean skips, boolean pushesSources) {

        static PublicationSettings of(DataObject data) {
            return new PublicationSettings(
                    data.findObject("pyxis")
                            .flatMap(pyxis -> Located.root(pyxis).findTrue("skipRepoPublishing"))
                            .isPresent(),
                    data.find("mapping", "defaults", "pushSourceContainer")
                            .filter(value -> !value.isNull())
                            .map(value -> Located.root(value).isTrue())
                            .orElse(true));
        }

        DataObject fieldsFor(DataObject component) {
            boolean isAsked = component
                    .find("pushSourceContainer")
                    .map(PyxisPublication::isTruth)
                    .orElse(pushesSources);
            DataObject fields = DataObject.of("published", Data.of(true));
            return isAsked ? fields.with("source_container_image_enabled", Data.of(true)) : fields;
        }
    }

    private static boolean isTruth(Data value) {
        return value.asBoolean().orElse(false);
    }

    /** Gathers the steps of a publication. */
    private static final class PublicationPlan {
        private final PublicationSettings settings;
        private final PyxisRecords records;
        private final List<Change> changes = new ArrayList<>();
        private final List<Page> pages = new ArrayList<>();
        private final List<String> openRepositories = new ArrayList<>();

        PublicationPlan(PublicationSettings settings, PyxisRecords records) {
            this.settings = settings;
            this.records = records;
        }

        void publish(DataObject component, String url) {
            PyxisRepository repository = PyxisRepository.of(url);
            Located record = Located.root(records.of(repository));
            String id = record.findTrue("_id")
                    .map(found -> PythonText.str(found.value()))
                    .orElseThrow(
                            () -> new ReleaseDataException("Unable to get Container Repository object id from Pyxis"));
            if (repository.isAccessible()
                    && record.orElse("requires_terms", Data.nothing()).equals(Data.of(false))) {
                openRepositories.add(repository.name());
            }
            boolean publishes = !settings.skips() && is(record, "publish_on_push");
            if (publishes) {
                changes.add(new Change(id, settings.fieldsFor(component)));
            }
            if (publishes || is(record, "published")) {
                String name = component.find("name").map(PythonText::str).orElse("");
                pages.add(new Page(name, repository.catalogPage(url, id)));
            }
        }

        private static boolean is(Located record, String field) {
            return record.find(field).map(value -> isTruth(value.value())).orElse(false);
        }

        PyxisPublication done() {
            return new PyxisPublication(changes, pages, openRepositories);
        }
    }
}
