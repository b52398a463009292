package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;

/**
 * The pages files are downloaded from.
 *
 * @param products page of products in the content gateway
 * @param portal page of downloads in the customer portal
 */
record Downloads(String products, String portal) {

    private static final Downloads PRODUCTION =
            new Downloads("https://developers.redhat.com/products", "https://access.redhat.com/downloads");
    private static final Downloads REHEARSAL =
            new Downloads("https://developers.qa.redhat.com/products", "https://access.stage.redhat.com/downloads");

    static Downloads of(Located data) {
        String environment = PythonText.str(data.objectOrEmpty("cdn").orElse("env", Data.of("production")));
        return environment.equals("stage") || environment.equals("qa") ? REHEARSAL : PRODUCTION;
    }

    /** The page for a mapping component: a component of the content gateway has it there, others in the portal. */
    String pageFor(DataObject component) {
        boolean hasGateway = component
                .findObject("contentGateway")
                .filter(gateway -> !gateway.isEmpty())
                .isPresent();
        return hasGateway ? products : portal;
    }
}
