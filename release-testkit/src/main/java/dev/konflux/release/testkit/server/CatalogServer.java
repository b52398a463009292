package dev.konflux.release.testkit.server;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.pyxis.PyxisPublication;
import dev.konflux.release.notes.pyxis.PyxisRepository;
import dev.konflux.release.testkit.surroundings.CatalogInMemory;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The catalog, Pyxis, on the loopback address: records of repositories are read and changed, images are added and listed. */
public final class CatalogServer extends LoopbackServer {

    private static final Pattern REPOSITORY =
            Pattern.compile("/v1/repositories/registry/(?<registry>[^/]+)/repository/(?<name>.+?)(?:/tag/[^/]+)?");
    private static final Pattern RECORD = Pattern.compile("/v1/repositories/id/(?<id>[^/]+)");
    private static final String IMAGES = "/v1/images";

    private final CatalogInMemory catalog;

    private CatalogServer(CatalogInMemory catalog) {
        this.catalog = catalog;
    }

    /** A server of the given catalog. */
    public static CatalogServer start(CatalogInMemory catalog) {
        CatalogServer server = new CatalogServer(catalog);
        server.open();
        return server;
    }

    @Override
    ServedAnswer answer(ServedRequest request) {
        Matcher repository = REPOSITORY.matcher(request.path());
        if (request.is("GET") && repository.matches()) {
            return catalog.find(new PyxisRepository(repository.group("registry"), repository.group("name")))
                    .map(ServedAnswer::json)
                    .orElseGet(() -> unknown("repository"));
        }
        Matcher record = RECORD.matcher(request.path());
        if (request.is("PATCH") && record.matches()) {
            return change(new PyxisPublication.Change(record.group("id"), request.json()));
        }
        if (request.path().equals(IMAGES)) {
            return request.is("POST")
                    ? ServedAnswer.json(ServedAnswer.CREATED, catalog.addImage(request.json()))
                    : ServedAnswer.json(DataObject.of("data", DataArray.of(catalog.images())));
        }
        return unknown("resource");
    }

    private ServedAnswer change(PyxisPublication.Change change) {
        try {
            return ServedAnswer.json(catalog.apply(change));
        } catch (NoSuchElementException e) {
            return unknown("repository");
        }
    }

    private static ServedAnswer unknown(String what) {
        return ServedAnswer.json(
                ServedAnswer.NOT_FOUND,
                DataObject.of("status", Data.of(404), "title", Data.of("The " + what + " was not found")));
    }
}
