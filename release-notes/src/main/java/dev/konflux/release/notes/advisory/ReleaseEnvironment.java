package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.content.ContentType;

/** The world a release goes to: its registries, advisory repository and secrets differ. */
public enum ReleaseEnvironment {
    /** Customers: {@code registry.redhat.io} and {@code access.redhat.com}. */
    PRODUCTION("production", "prod"),
    /** Rehearsals: {@code registry.stage.redhat.io} and {@code access.stage.redhat.com}. */
    STAGE("stage", "stage");

    private final String word;
    private final String secretPart;

    ReleaseEnvironment(String word, String secretPart) {
        this.word = word;
        this.secretPart = secretPart;
    }

    /**
     * The environment of an advisory: images and RPMs follow the pipeline's parameter, where everything but stage is production; other
     * content follows the data's {@code intention}.
     *
     * @throws ReleaseDataException when the intention is neither production nor staging
     */
    public static ReleaseEnvironment ofAdvisory(ContentType type, String parameter, Located data) {
        if (type.equals(ContentType.IMAGE) || type.equals(ContentType.RPM)) {
            String asked = parameter.strip();
            return asked.equals("stage") || asked.equals("staging") ? STAGE : PRODUCTION;
        }
        String intention = PythonText.str(data.orElse("intention", Data.of("")));
        if (intention.equals("production")) {
            return PRODUCTION;
        }
        if (intention.equals("staging")) {
            return STAGE;
        }
        throw new ReleaseDataException("unsupported intention for advisory secrets: " + PythonText.repr(intention));
    }

    /** The environment of an RPM release: the intention, else words in {@code advisory.repo}, else production. */
    public static ReleaseEnvironment ofRpms(Located data) {
        Data intention = data.orElse("intention", Data.of(""));
        if (intention.equals(Data.of("staging"))) {
            return STAGE;
        }
        if (intention.equals(Data.of("production"))) {
            return PRODUCTION;
        }
        String repository = data.findTrue("advisory")
                .flatMap(advisory -> advisory.find("repo"))
                .map(Located::text)
                .orElse("");
        return repository.contains("rhtap-release") || repository.contains("stage") ? STAGE : PRODUCTION;
    }

    /** The environment whose repositories the Snapshot's components are mapped to. */
    public static ReleaseEnvironment ofRepositories(Located snapshot) {
        return MappedRepositories.in(snapshot).environment();
    }

    /** {@code production} or {@code stage}. */
    public String word() {
        return word;
    }

    /** Name of the secret for the repository of advisories. */
    public String advisorySecret() {
        return "create-advisory-" + secretPart + "-secret";
    }

    /** Name of the secret for the system that hands out advisory numbers. */
    public String errataSecret() {
        return "errata-" + secretPart + "-service-account";
    }
}
